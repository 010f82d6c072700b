"""How facts, quotes, states and lists look, wherever they stand on the desk. Imports no other wing.

marks             the sign beside each fact, one of `signs`
quote_checks      the line beside each citation
lost_quotes       the message that names facts whose quote is gone
columns, states, last_change, word_diff   values, standing, edits and differences in words
frame, links      what every page of the desk shares, and the addresses of the pages
"""
