"""The desk's first page, and the reports of facts in trouble.

Imports `bulk_citing` and `display`.
"""
