"""Sources and citations in the formats that others read and write.

    entries      one source as a file states it, and a problem with its place
    names        authors in one line of text <-> the names of a format
    languages    what files call a language -> its code
    csl          CSL-JSON
    bibtex       BibTeX, with BibLaTeX's dates
    ris          RIS
    record       the JSON record of an article, with its text
    formats      which format a file is in; a file's bytes -> entries, entries -> a file
    exported     rows -> entries
    plan         what an import would do: new, known, different; problems with entry and field
    apply        the verb that imports, all or nothing
    annotations  a profile's citations as W3C Web Annotations

Formats know nothing of the database: they turn text into entries and back. What a format has no
field of its own for travels in an extension field, so that our own files come back whole.
"""
