"""A plan into the database: all or nothing. Imports `planning` and `formats`.

apply     the verbs, in one short transaction
writing   drafts -> rows; `batch` has edit history remember bulk writes
"""
