"""Workbooks: many sheets, one profile or thousands; `.xlsx`, `.ods`, a zip or a folder of CSVs.

file -> reader -> sheets -> plan (reads the database, writes nothing) -> apply
database -> export -> sheets -> writer -> file

sheets            what a sheet and a row are, and when two texts are the same
columns           which columns each sheet has: derived from the registry
reader            bytes or a folder -> sheets; foreign bytes are parsed in a bounded child process
base              what the database knows of the keys that a workbook names
ledger, drafts    what a plan says to people, and what it would write
headers           sheets and headers -> rows by column
source_rows, record_rows, claim_rows   each kind of row, checked
facts_ruled       cells and claims of one fact -> column, claims and rulings
plan, apply       the two verbs around all that
export, writer    the way back
resources         django-import-export, one flat table per record type
"""
