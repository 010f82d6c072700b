"""The public site: stored bytes of releases, and the few pages that list them."""
