"""Workbooks: many sheets, one profile or thousands; `.xlsx`, `.ods`, a zip or a folder of CSVs.

The way in and the way back::

    file -> formats -> planning (reads the database, writes nothing) -> applying
    database -> exporting -> formats -> file

The wings, and which others each may import::

    exporting    -> planning, formats, guide_words, columns, errors
    applying     -> planning, formats, columns, errors
    planning     -> formats, guide_words, columns, errors
    formats      -> errors
    guide_words  -> columns
    columns      -> nothing
    errors       -> nothing

`columns` says which columns each sheet has, from the registry; `guide_words` what they mean.

Three rules hold everywhere. A blank cell says nothing. A cell with a source asks to accept its
value. Nobody's ruling is overturned unless the importer chose `Mode.ACCEPT`.
"""
