"""How well values are founded, and the footnotes that say so. Imports no other wing.

support         what the facts rest on: how many `witnesses` each has
quote_checks    whether the quotations were found
freshness       when a value was last known, and when it is due for another look
unread          what was read off an address, while nobody read its page
rulings         who ruled between sources; `reasons` puts it in words
marking         values -> marks by `footnote_numbers`; `shared_marks` spares what would be repeated
passages        what rests on each source; `particulars` tells what the source is
"""
