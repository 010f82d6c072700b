"""One module per format, over one page. Imports `evidence`.

formats           which formats there are, in their order
html              the pages for people, with `inline`, `prose`, `tags`, `templating`, `compact`
markdown, text    with `writer`, which they share
sources_page      the list of sources
json, jsonld      for programs
assets            hashes: a changed `build()` means that stored bytes are out of date
"""
