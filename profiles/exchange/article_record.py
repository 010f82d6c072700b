"""The JSON record of an article: the page that carries it, its original, and its whole text.

Fields: title, url, canonical_source, published_at, updated_at, lang, topics, entities, alternates,
summary, body_md. The page and the original become two sources, the first a copy of the second.
"""

from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import msgspec
from django.utils.text import slugify

from profiles.exchange.entries import Entry, Problem, Reading, Text, UnreadableFile, stated
from profiles.exchange.statements.languages import language_code
from profiles.values.addresses import same_address

MARKS = ("body_md", "canonical_source")
DAY = len("2026-07-04")


class ArticleRecord(msgspec.Struct):
    title: str
    url: str
    canonical_source: str = ""
    published_at: str = ""
    updated_at: str = ""
    lang: str = ""
    topics: list[str] = []
    entities: list[str] = []
    alternates: dict[str, str] = {}
    summary: str = ""
    body_md: str = ""
    slug: str = ""

    @property
    def is_copy(self) -> bool:
        return bool(self.canonical_source) and not same_address(self.url, self.canonical_source)

    @property
    def words(self) -> str:
        return "\n\n".join(filter(None, [self.title, self.summary, self.body_md]))


NAMED = {field.encode_name for field in msgspec.structs.fields(ArticleRecord)}


def is_record(found: Any) -> bool:
    first = found[0] if isinstance(found, list) and found else found
    return isinstance(first, dict) and any(mark in first for mark in MARKS)


def read(text: str) -> Reading:
    """Raises `UnreadableFile` for what is no JSON."""
    try:
        found = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableFile(f"This is no JSON: {error}.") from None
    records = found if isinstance(found, list) else [found]
    whole_file = sha256(text.encode()).hexdigest() if len(records) == 1 else ""
    reading = Reading()
    for item in records:
        number = len(reading.entries) + len(reading.problems) + 1
        try:
            record = msgspec.convert(item, ArticleRecord)
        except msgspec.ValidationError as error:
            said, _, path = str(error).partition(" - at `$.")
            reading.problems.append(Problem(number, "", path.rstrip("`"), f"{said}."))
            continue
        left_out = tuple(name for name in item if name not in NAMED)
        reading.entries += _entries(number, record, left_out, whole_file)
    return reading


def _entries(
    number: int, record: ArticleRecord, left_out: tuple[str, ...], sha: str
) -> list[Entry]:
    language, page_key = language_code(record.lang), _key(record.url, record)
    page = {
        "key": page_key,
        "title": record.title,
        "url": record.url,
        "publisher": _host(record.url),
        "language": language,
        "published": record.published_at[:DAY],
        "updated": record.updated_at[:DAY],
        "topics": "\n".join(record.topics),
        "entities": "\n".join(record.entities),
        "alternates": "\n".join(
            url for url in dict.fromkeys(record.alternates.values()) if url != record.url
        ),
    }
    text = _text(record, sha)
    if not record.is_copy:
        return [Entry(number, stated(page), left_out, text)]
    original = {
        "key": _key(record.canonical_source, record),
        "title": record.title,
        "url": record.canonical_source,
        "publisher": _host(record.canonical_source),
        "language": language,
    }
    copy = page | {"canonical": original["key"]}
    return [
        Entry(number, stated(original)),
        Entry(number + 1, stated(copy), left_out, text),
    ]


def _text(record: ArticleRecord, sha: str) -> Text | None:
    if not record.body_md and not record.summary:
        return None
    words = record.words
    edition = (record.updated_at or record.published_at)[:DAY] or "imported"
    return Text(words, edition, sha or sha256(words.encode()).hexdigest())


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _key(url: str, record: ArticleRecord) -> str:
    return slugify(f"{_host(url).replace('.', '-')} {record.slug or record.title}")[:100].strip("-")
