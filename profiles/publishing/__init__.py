"""Making an approved submission public, and proving that what is public was approved.

actions              the verb that makes a release
chain                the proof that releases are what was approved, in their order
stored_renderings    the bytes that are served; `links` to the pages of other companies in them
"""
