"""What is special about each kind of record: one module per idea of `models`.

Imports `editing` and `display`.
"""
