"""Workbooks on the desk. Imports `display`.

import_pages    upload, preview, confirm
downloads       one profile, or the empty template
"""
