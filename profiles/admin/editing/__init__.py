"""What every form of a record does: keys, locks, saving, deleting, history.

Imports `bulk_citing` and `display`.

record_admin      the form and list of any record, on top of `saving` (any editing form)
keys              the key is typed or made on adding, and fixed from then on
locking           two editors, one row; `locked_rows` for rows within a form
inlines, panels   rows edited inside a form, and tables of what hangs on the record
namesakes         who bears a name already, said before it is saved
deletion, history, read_only   always through `Record`; never by rolling back; elsewhere
returning         back to the company from whose form a row was opened
filters, search, flat_export   the lists
"""
