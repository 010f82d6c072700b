"""From a profile to its readers: submit, review, publish. Imports `display`.

submit_page       checks and submission
submission_page   what changed (`changes`), its evidence, and the decision; `preview` the page
release_page      what a release changed, and the hashes that prove it
frozen_lists      submissions and releases as lists that nobody can change
"""
