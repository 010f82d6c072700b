"""Citing one source for many facts. Imports `facts` and `display`.

pages         choose, describe, check, commit
selection     which facts may be chosen; `state` is all that was chosen and typed
pasted_rows   rows of a spreadsheet, pasted
preview       what the plan says of each row
batches       what was cited as one batch, on its page and in the history of each record
"""
