"""The release as it was sealed, for programs: document and envelope, and what follows of them."""

import json
from typing import Any

from profiles.document.schema import plain
from profiles.renderings.edition import Edition
from profiles.renderings.evidence.freshness import freshness_days, is_overdue
from profiles.renderings.evidence.quote_checks import counted
from profiles.renderings.evidence.support import Support


def render_json(edition: Edition) -> str:
    published = {
        "document": plain(edition.document),
        "envelope": plain(edition.envelope),
        "evidence": evidence(edition),
    }
    return json.dumps(published, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def evidence(edition: Edition) -> dict[str, Any]:
    """How well the facts are founded; each is named as `kind/key fact`."""
    document, published = edition.document, edition.envelope.published_at
    founding = Support(document)
    return {
        "cited_facts": len(founding.footings),
        "single_source": {
            f"{each.record.ref} {each.fact.name}": list(each.sources) for each in founding.single
        },
        "quotations": dict(counted(document)),
        "look_again": {
            f"{record.ref} {fact.name}": {
                "day": freshness.look_again,
                "known": freshness.known,
                "past_when_published": is_overdue(freshness, published),
            }
            for record, fact, freshness in freshness_days(document)
        },
    }
