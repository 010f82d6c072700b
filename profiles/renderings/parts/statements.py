"""What somebody says about the company: by topic, and never without saying whose word it is."""

from collections.abc import Iterator, Sequence

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.phrasing.implied import is_plain
from profiles.renderings.phrasing.mid_sentence import going_on
from profiles.renderings.phrasing.names import linked

POSITION = (
    *("strategy", "go-to-market", "advantage", "industry", "use-case", "segment"),
    *("research", "value", "risk"),
)
VERDICTS = ("record", "performance", "opinion")
POSITION_REMARK = (
    "How sources describe the company’s position: claims that this page repeats, not findings."
)
VERDICTS_REMARK = (
    "Opinions and claims of others. This page repeats them and does not vouch for them."
)
TOLD = ("text", "topic", "attributed_to")


def positioning(composer: Composer) -> Part:
    known = [each for each in _statements(composer) if each.value("topic") in POSITION]
    return _part(composer, "strategy", "Strategy and market", POSITION_REMARK, known)


def verdicts(composer: Composer) -> Part:
    known = [each for each in _statements(composer) if each.value("topic") not in POSITION]
    return _part(composer, "opinions", "What others say", VERDICTS_REMARK, known)


def _statements(composer: Composer) -> list[Record]:
    return composer.document.of_kind("statement")


def _part(
    composer: Composer, anchor: str, title: str, remark: str, known: Sequence[Record]
) -> Part:
    topics: dict[str, list[Record]] = {}
    for statement in sorted(known, key=_rank):
        topic = statement.fact("topic")
        topics.setdefault(topic.text if topic else "Other", []).append(statement)
    groups = tuple(_group(composer, topic, each) for topic, each in topics.items())
    intro = Group(entries=(Entry(lines=(Line("", (Item((Value(remark),)),)),)),))
    return Part(anchor, title, "statements", (intro, *groups) if groups else ())


def _rank(statement: Record) -> int:
    order = [*POSITION, *VERDICTS]
    topic = statement.value("topic")
    return order.index(topic) if topic in order else len(order)


def _group(composer: Composer, topic: str, known: Sequence[Record]) -> Group:
    lines = tuple(line for statement in known for line in _lines(composer, statement))
    return Group(topic, (Entry(lines=lines),))


def _lines(composer: Composer, statement: Record) -> Iterator[Line]:
    said = tuple(_said(composer, statement))
    about = _about(composer, statement)
    values = (*(about.values if about else ()), *said)
    href = about.href if about else ""
    yield Line("", (Item(values, anchor=statement.anchor, href=href),))
    yield from composer.rest(statement, TOLD)


def _about(composer: Composer, statement: Record) -> Item | None:
    """The product, person or round that it is about; the company need not be named."""
    subject = statement.relations.get("about")
    if subject is None or subject.ref == composer.document.company.ref:
        return None
    return linked(composer.document, subject)


def _said(composer: Composer, statement: Record) -> Iterator[Value]:
    text, topic, speaker = (statement.fact(name) for name in TOLD)
    if text:
        yield composer.value(statement, text, before=": " if _about(composer, statement) else "")
    if topic and not (topic.claim is None and is_plain(topic)):
        yield composer.value(statement, topic, before=" (", after=")")
    if speaker:
        yield going_on(composer.value(statement, speaker, before=" — according to "))
