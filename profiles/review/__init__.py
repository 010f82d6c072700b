"""Checks before submission, who may decide what, and the verbs submit, return and approve.

actions           the verbs: each is one transaction and refuses with a reason
policies          who may decide what, and when
contributors      whose values, imports or citations are in a change, by `edit_history`
checks            what stands between a profile and its submission; `plausibility` of its values
findings          what a check is handed, and what it answers with
reports           facts that rest on nothing, on little or on something old
cached_reports    the same, kept until their stamp changes: `report_stamps`
backlog           what many profiles have still to do
"""
