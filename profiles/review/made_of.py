"""Which edit of each row a candidate was made of."""

import json
import zlib
from collections.abc import Mapping
from typing import Any

from profiles.models import Submission

Ingredients = dict[str, dict[str, int]]
"""Table -> id of the row -> number of its newest edit. Edits of one row are numbered in the order
in which they were committed: whoever writes second waits for the first."""


def read_ingredients(submission: Submission) -> Ingredients:
    """Empty for a submission from before they were kept: then everything counts as new."""
    packed = bytes(submission.made_of)
    return json.loads(zlib.decompress(packed)) if packed else {}


def packed(made_of: Mapping[str, Any]) -> bytes:
    return zlib.compress(json.dumps(made_of, separators=(",", ":"), sort_keys=True).encode())
