"""Workbooks on the desk. Imports `display`.

import_pages    upload, preview, confirm
confirmation    what a confirmation is bound to: this person, these bytes, this plan
downloads       one profile, or the empty template
"""
