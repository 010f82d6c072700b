"""Which value, from what, and who decided: claims, rulings and the state of each fact.

The wings, and which others each may import::

    bulk           -> claims, quotes
    captures       -> quotes, sources
    claims         -> quotes, disagreements, sources
    quotes         -> disagreements, sources
    disagreements  -> nothing
    sources        -> nothing
"""
