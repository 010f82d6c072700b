"""Sources and citations in the formats that others read and write.

    entries         one source as a file states it, and a problem with its place
    statements      what every format says in much the same way: names, dates, addresses, languages
    csl             CSL-JSON
    bibtex          BibTeX, with BibLaTeX's dates
    ris             RIS
    article_record  the JSON record of an article, with its text
    formats         which format a file is in; a file's bytes -> entries, entries -> a file
    export          rows -> entries
    columns, keys   what a column stores of a text; the key of a new source
    planned, plan   what an import would do: new, known, different; what is left out, and why
    apply           the verb that imports: every entry that can be read, at once
    annotations     a profile's citations as W3C Web Annotations

The wings, and which others each may import::

    apply          -> plan, planned, entries
    plan           -> planned, columns, keys, export, entries
    planned        -> columns, entries
    export         -> formats, entries
    formats        -> bibtex, ris, csl, article_record, entries
    article_record -> statements, entries
    bibtex         -> statements, entries
    ris            -> statements, entries
    csl            -> statements, entries
    statements     -> nothing
    columns        -> nothing
    keys           -> entries
    entries        -> nothing
    annotations    -> nothing

Formats know nothing of the database: they turn text into entries and back. What a format has no
field of its own for travels in an extension field, so that our own files come back whole.

Read it right, or report it: what a file says and no column holds is named in `left_out`, what was
read otherwise than it stands in `remarks`, and what cannot be read is a problem of its entry alone.
"""
