"""The page of one fact: what each source says, and which value is used. Imports `display`.

page              the page itself; `drawer` is what a form learns after it was used beside it
action_forms      what an editor can do there: each form is one action and calls one verb
quick_citing      citing the value in the form with one gesture
source_form, paste_form, quote_form   the parts of a citing form
fetching          the button that fetches a source's text from the web
rounds_table      how the rounds add up beside a stated total
"""
