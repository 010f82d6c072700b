"""Checks before submission, who may decide what, and the verbs submit, return and approve."""
