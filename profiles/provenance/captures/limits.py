"""How much of a document is read and kept. Knows no Django: a child process reads it too."""


class Unreadable(Exception):
    """`str()` is a sentence for whoever sent the document."""


MOST_BYTES = 20_000_000  # of a file as it comes in
MOST_CHARACTERS = 2_000_000  # of the text that is kept of it: a long book
MOST_PAGES = 2_000  # of a PDF
MOST_SECONDS = 20
MOST_MEMORY = 1_000_000_000  # bytes
MOST_SECONDS_FETCHING = 30  # from the press to the last byte, redirects included
