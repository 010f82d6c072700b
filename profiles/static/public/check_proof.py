"""Check a published profile without believing its site.

    python check_proof.py https://example.org/companies/acme/ --key KEY [--head FILE]
    python check_proof.py proof.json page.html page.md --key KEY [--head FILE --consistency FILE]
    python check_proof.py proof.json --fact "company/acme headquarters"

Needs Python 3.11 and `cryptography`. `proof.json` lies beside the page of each release, under
`proof/`. KEY is the log's public key, `name+id+key`, from somewhere else than the site. `--head`
takes a head of the log that you kept; `--consistency` what `/log/consistency/<its size>` gave.

Hashes and proofs are those of RFC 6962, heads are signed notes (C2SP signed-note, tlog-checkpoint).
"""

import argparse
import json
import sys
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

SUFFIXES = (".json", ".jsonld", ".md", ".txt")
Json = dict[str, Any]


class Fails(Exception):
    """Something does not hold; the message says what."""


def hash_of_pair(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def root_over(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root to which an audit path leads (RFC 9162, 2.1.3.2)."""
    node, last = sha256(b"\x00" + leaf).digest(), size - 1
    if not 0 <= index < size:
        raise Fails(f"entry {index} is not within a log of {size}")
    for other in path:
        if last == 0:
            raise Fails(f"the path of entry {index} is too long")
        if index & 1 or index == last:
            node = hash_of_pair(other, node)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            node = hash_of_pair(node, other)
        index, last = index >> 1, last >> 1
    if last:
        raise Fails("the path of an entry is too short")
    return node


def check_beginning(old: tuple[int, bytes], new: tuple[int, bytes], path: list[bytes]) -> None:
    """That the old log is the beginning of the new one (RFC 9162, 2.1.4.2)."""
    if not 0 < old[0] <= new[0]:
        raise Fails(f"the log has {new[0]} entries, and had {old[0]} when your head was kept")
    if old[0] == new[0]:
        if old[1] != new[1]:
            raise Fails("the log was rewritten since your head was kept")
        return
    first, last = old[0] - 1, new[0] - 1
    path = [old[1], *path] if old[0] & first == 0 else path
    while first & 1:
        first, last = first >> 1, last >> 1
    if not path:
        raise Fails("the proof that it continues the head you kept is empty: give --consistency")
    older = newer = path[0]
    for other in path[1:]:
        if last == 0:
            raise Fails("the proof that it continues the head you kept is too long")
        if first & 1 or first == last:
            older, newer = hash_of_pair(other, older), hash_of_pair(other, newer)
            while not first & 1 and first:
                first, last = first >> 1, last >> 1
        else:
            newer = hash_of_pair(newer, other)
        first, last = first >> 1, last >> 1
    if (older, newer, last) != (old[1], new[1], 0):
        raise Fails("the log was rewritten since your head was kept")


def head_of(note: str) -> tuple[int, bytes]:
    _, size, root = note.partition("\n\n")[0].split("\n")[:3]
    return int(size), b64decode(root, validate=True)


def check_signature(note: str, key: str) -> None:
    """By this key (`name+id+key`), whoever else signed it."""
    name, _, rest = key.partition("+")
    kind_and_key = b64decode(rest.partition("+")[2], validate=True)
    if kind_and_key[:1] != b"\x01":
        raise Fails("the key that was given is not an Ed25519 key of the form name+id+key")
    key_id = sha256(name.encode() + b"\n" + kind_and_key).digest()[:4]
    text, _, signatures = note.partition("\n\n")
    for line in signatures.splitlines():
        mark, _, signature = line.removeprefix("\N{EM DASH} ").partition(" ")
        signed = b64decode(signature)
        if mark == name and signed[:4] == key_id:
            try:
                public = Ed25519PublicKey.from_public_bytes(kind_and_key[1:])
                public.verify(signed[4:], f"{text}\n".encode())
            except InvalidSignature:
                raise Fails("the signature of the log's head is forged") from None
            return
    raise Fails(f"the log's head is not signed by {name}")


def check_log(proof: Json, key: str) -> list[Json]:
    """The entries that the proof names, once each was found under the signed head."""
    check_signature(proof["checkpoint"], key)
    size, root = head_of(proof["checkpoint"])
    leaves = []
    for entry in proof["entries"]:
        path = [b64decode(node, validate=True) for node in entry["path"]]
        if root_over(entry["leaf"].encode(), entry["index"], size, path) != root:
            raise Fails(f"entry {entry['index']} is not in the log")
        leaves.append(json.loads(entry["leaf"]))
    return leaves


def check_chain(proof: Json, leaves: list[Json]) -> tuple[str, Json]:
    """Hash and content of the last envelope; each follows the one before and is in the log."""
    sealed = {leaf["sha256"]: leaf for leaf in leaves if leaf["type"] == "release"}
    before, envelope, profile = "", {}, json.loads(proof["document"])["profile"]
    for number, text in enumerate(proof["envelopes"], 1):
        envelope, name = json.loads(text), sha256(text.encode()).hexdigest()
        if (envelope["profile"], envelope["number"]) != (profile, number):
            raise Fails(f"release {number} is another one")
        if envelope["previous_sha256"] != before:
            raise Fails(f"release {number} does not follow the release before it")
        leaf = sealed.get(name, {})
        if (leaf.get("profile"), leaf.get("number")) != (profile, number):
            raise Fails(f"release {number} is not in the log")
        before = name
    if envelope.get("document_sha256") != sha256(proof["document"].encode()).hexdigest():
        raise Fails("the document is not the one that was released")
    return before, envelope


def check_approval(envelope: Json) -> str:
    """Who approved it, none of whom worked on it."""
    deeds, approvals = envelope.get("deeds"), envelope["approvals"]
    if not deeds or not approvals or len(deeds["approved"]) != len(approvals):
        raise Fails("it does not say who approved it")
    authors = {deeds["submitted"]["account"], *deeds["contributors"]}
    if any(deed["account"] in authors for deed in deeds["approved"]):
        raise Fails("it was approved by somebody whose work is in it")
    times = [deeds["submitted"]["at"], *(each["at"] for each in deeds["approved"])]
    times.append(deeds["published"]["at"])
    if times != sorted(times):
        raise Fails("it was not submitted, approved and published in this order")
    return " and ".join(approval["by"] for approval in approvals)


def footnotes(document: Json) -> Iterator[tuple[str, Json, Json, Json]]:
    """(fact, claim, citation, source) of each citation of what the profile says."""
    sources = {source["key"]: source for source in document["sources"]}
    for record in document["records"]:
        for fact in record["facts"]:
            claim = fact.get("claim")
            for citation in claim["citations"] if claim else ():
                name = f"{record['kind']}/{record['key']} {fact['name']}"
                if citation["source"] not in sources:
                    raise Fails(f"{name} cites a source that is not in the document")
                yield name, claim, citation, sources[citation["source"]]


def check_page(name: str, page: bytes, release: str, leaves: list[Json]) -> str:
    digest = sha256(page).hexdigest()
    for leaf in leaves:
        if leaf["type"] == "renderings" and leaf["release"] == release:
            for made in leaf["formats"]:
                if made["sha256"] == digest:
                    return f"{name} is the {made['format']} page as it was sealed"
    raise Fails(f"{name} is not a page that was sealed with this release")


def fetch(address: str) -> bytes:
    if not address.startswith(("https://", "http://")):
        raise Fails(f"{address} is no address of a page")
    request = Request(address, headers={"Accept": "text/html, */*;q=0.5"})  # noqa: S310
    with urlopen(request, timeout=30) as answer:  # noqa: S310
        return bytes(answer.read())


def collect(place: str, files: list[str]) -> tuple[Json, dict[str, bytes]]:
    """The proof and the pages, from the site or from what was downloaded."""
    if not place.startswith(("https://", "http://")):
        return json.loads(Path(place).read_bytes()), {
            name: Path(name).read_bytes() for name in files
        }
    base = place.rstrip("/")
    pages = {f"{base}/": fetch(f"{base}/")}
    pages |= {base + suffix: fetch(base + suffix) for suffix in SUFFIXES}
    number = json.loads(pages[f"{base}.json"])["envelope"]["number"]
    return json.loads(fetch(f"{base}/releases/{number}/proof/proof.json")), pages


def check_kept_head(proof: Json, options: argparse.Namespace) -> None:
    old = head_of(Path(options.head).read_text())
    path: list[str] = []
    if options.consistency:
        path = json.loads(Path(options.consistency).read_bytes())["path"]
    elif options.place.startswith("http") and old[0] != head_of(proof["checkpoint"])[0]:
        site = options.place.partition("/companies/")[0]
        path = json.loads(fetch(f"{site}/log/consistency/{old[0]}"))["path"]
    check_beginning(old, head_of(proof["checkpoint"]), [b64decode(node) for node in path])


def findings(options: argparse.Namespace) -> Iterator[str]:
    proof, pages = collect(options.place, options.pages)
    leaves = check_log(proof, options.key or proof["key"])
    whose = "your key" if options.key else "the key that the site itself names: compare it"
    yield f"the log's head is signed with {whose}; {len(leaves)} entries are in the log"
    if options.head:
        check_kept_head(proof, options)
        yield "the log continues the head that you kept"
    release, envelope = check_chain(proof, leaves)
    yield f"release {envelope['number']} of {envelope['profile']} follows those before it"
    yield f"approved by {check_approval(envelope)}, whose work is not in it"
    cited = list(footnotes(json.loads(proof["document"])))
    yield f"{len({name for name, *_ in cited})} facts cite sources that are in the document"
    for name, claim, citation, source in cited:
        if name == options.fact:
            quote = f"“{citation['quote']}” in " if citation["quote"] else ""
            stance = citation.get("stance", "supports")
            where = f"{source['title']} {source.get('url', '')}".strip()
            yield f"{name}: {claim['text']}: {stance}: {quote}{where}"
    if options.fact and options.fact not in {name for name, *_ in cited}:
        raise Fails(f"no source is cited for {options.fact}")
    for name, page in pages.items():
        yield check_page(name, page, release, leaves)


def main() -> int:
    parser = argparse.ArgumentParser(description="Check a published profile offline.")
    parser.add_argument("place", help="address of a company's page, or a proof.json")
    parser.add_argument("pages", nargs="*", help="downloaded pages of that release")
    parser.add_argument("--key", help="public key of the log, from elsewhere: name+id+key")
    parser.add_argument("--head", help="file with a head of the log that you kept")
    parser.add_argument("--consistency", help="file with the answer of /log/consistency/<size>")
    parser.add_argument("--fact", help="show its footnotes: 'kind/key fact'")
    try:
        for finding in findings(parser.parse_args()):
            print(f"holds: {finding}")
    except Fails as failure:
        print(f"FAILS: {failure}")
        return 1
    except (OSError, URLError, ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"FAILS: what is to be checked cannot be read ({type(error).__name__}: {error})")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
