"""The page of one fact: what each source says, and which value is used. Imports `display`.

page              the page itself; `form_update` is what a form learns after it was used beside it
actions           what an editor can do there: each is one `action`, a form that calls one verb
quick_citing      citing the value in the form with one gesture
citing_form       where a value stands: `source_text_form` brings the text, `quote_form` the words
named_source      what is typed in the line for a source -> the source, known or new
fetching          the button that fetches a source's text from the web
rounds_table      how the rounds add up beside a stated total
"""
