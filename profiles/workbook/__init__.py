"""Workbooks: many sheets, one profile or thousands; `.xlsx`, `.ods`, a zip or a folder of CSVs.

The way in and the way back::

    file -> reader -> sheets -> plan (reads the database, writes nothing) -> apply
    database -> export -> sheets -> writer -> file

The modules::

    sheets            what a sheet and a row are, and when two texts are the same
    formulas          text that must not become a formula
    columns           which columns each sheet has: from the registry
    guide             what they mean, with guide_words
    reader            bytes or a folder -> sheets; archive and csv_text for zips and CSVs
    bounded, parse    foreign .xlsx and .ods are read in a child process with limits:
                      xlsx_cells, ods_cells, limits
    headers, naming   sheets -> lines of cells by column; which keys they name
    base              what the database knows of those keys
    ledger, drafts    what a plan says to people, and what it would write
    drafting          what every step of a plan works on
    source_rows, record_rows, claim_rows, cells, unique, twins   each kind of row, checked, drafted
    facts_ruled       cell and claims of one fact -> column, claims and rulings
    outcome           the drafts of one record, told as changes
    plan, apply       the two verbs around all that; writing and batch make the rows
    export, exported_claims, writer, xlsx_file, ods_file   the way back
    resources         django-import-export: one flat table per record type, export only

Three rules hold everywhere. A blank cell says nothing. A cell with a source asks to accept its
value. Nobody's ruling is overturned unless the importer chose `Mode.ACCEPT`.
"""
