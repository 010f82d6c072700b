"""The verb that imports sources: every entry that can be read, at once or not at all."""

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from profiles.exchange.entries import Reading
from profiles.exchange.plan import make_plan
from profiles.exchange.planned import Plan, Planned
from profiles.models import Capture, Source
from profiles.models.history import acting
from profiles.models.sources import SOURCE_RELATIONS

OUTDATED = (
    "Since the preview the sources here have changed. Nothing was written: look at a new preview, "
    "and confirm that one."
)


class ImportRefused(Exception):
    """Nothing was written; the message says why, `plan` lists the problems."""

    def __init__(self, message: str, plan: Plan) -> None:
        super().__init__(message)
        self.plan = plan


def import_sources(
    reading: Reading,
    *,
    by: User,
    filename: str = "",
    with_text: bool = False,
    expected_digest: str | None = None,
) -> Plan:
    """Make every new source, and capture texts if asked; what is here already stays as it is.

    Entries with a problem are left out; the plan names them. Where nothing else is left to write,
    the import is refused.

    `expected_digest`: of the plan that somebody saw and confirmed. Raises `ImportRefused`.
    """
    try:
        with transaction.atomic(), acting(by=by, reason=f"Import {filename or 'of sources'}"):
            plan = make_plan(reading, with_text=with_text)
            if plan.problems and not plan.writes:
                raise ImportRefused(plan.summary(), plan)
            if expected_digest is not None and plan.digest != expected_digest:
                raise ImportRefused(OUTDATED, plan)
            _write(plan)
    except IntegrityError:  # somebody made the same key in the same moment
        raise ImportRefused(OUTDATED, make_plan(reading, with_text=with_text)) from None
    return plan


def _write(plan: Plan) -> None:
    new = {each.key: each for each in plan.new}
    made: dict[str, Source] = {}
    for each in plan.new:
        _make(each, new, made)
    for each in plan.texts:
        _capture(each, each.source or made[each.key])


def _make(each: Planned, new: dict[str, Planned], made: dict[str, Source]) -> Source:
    """The source of this entry, after those that it copies or follows."""
    if each.key in made:
        return made[each.key]
    columns = {name: text for name, text in each.values.items() if name not in SOURCE_RELATIONS}
    unsaid = {"language": "", "kind": Source.Kind.OTHER}
    source = Source(**{"key": each.key} | unsaid | columns)
    for relation in SOURCE_RELATIONS:
        if key := each.values.get(relation):
            other = _make(new[key], new, made) if key in new else Source.objects.get(key=key)
            setattr(source, relation, other)
    source.save()
    made[each.key] = source
    return source


def _capture(each: Planned, source: Source) -> None:
    assert each.text  # noqa: S101 - only planned texts come here
    taken = set(source.captures.values_list("edition", flat=True))
    stem = each.text.edition
    numbered = (f"{stem} ({number})" for number in range(2, len(taken) + 3))
    Capture.objects.create(
        source=source,
        edition=stem if stem not in taken else next(n for n in numbered if n not in taken),
        seen_at=timezone.now(),
        medium=Capture.Medium.JSON,
        text=each.text.words,
        sha256=each.text.sha256,
    )
