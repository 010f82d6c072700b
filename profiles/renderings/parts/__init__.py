"""The sections of the page, one module per idea, each from records to a `Part`.

Imports `phrasing`.
"""
