"""From a profile to its readers: submit, review, publish. Imports `display`.

submit_page       checks and submission
submission_page   what changed, its evidence, and the decision; `preview` the page
review_view       all changes as short lines (`change_list`, `weaknesses`), one whole (`changes`)
change_steps      seen, accept and query, one change at a time
release_page      what a release changed, and the hashes that prove it
frozen_lists      submissions and releases as lists that nobody can change
"""
