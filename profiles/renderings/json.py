"""The release as it was sealed, for programs: document and envelope."""

import json

from profiles.document.schema import plain
from profiles.renderings.edition import Edition


def render_json(edition: Edition) -> str:
    published = {"document": plain(edition.document), "envelope": plain(edition.envelope)}
    return json.dumps(published, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
