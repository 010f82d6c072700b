"""Profiles -> sheets -> files. Imports `planning` and `formats`.

profiles     everything about a profile as sheets, with its `claims`
guide        the empty workbook that explains itself
writer       sheets -> a file or a folder, in every format that is read
resources    django-import-export: one flat table per record type, export only
"""
