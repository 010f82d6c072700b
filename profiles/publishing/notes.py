"""Heads of the log as signed notes: the forms `signed-note` and `tlog-checkpoint` of C2SP.

Tools that witness other transparency logs read these as they are.
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
DASH = "\u2014"


class UnreadableNote(ValueError):
    """It is not a checkpoint; the message says what is wrong."""


@dataclass(frozen=True)
class Head:
    """`root` is the hash of the tree of the first `size` entries."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


@dataclass(frozen=True)
class Signer:
    """A key with the name under which it signs."""

    name: str
    key: Ed25519PrivateKey

    @classmethod
    def of(cls, name: str, seed: str) -> "Signer":
        """`seed` is 32 bytes in base 64. Raises `ValueError`."""
        return cls(name, Ed25519PrivateKey.from_private_bytes(b64decode(seed, validate=True)))

    def sign(self, head: Head) -> str:
        signature = b64encode(self._id + self.key.sign(head.text.encode())).decode()
        return f"{head.text}\n{DASH} {self.name} {signature}\n"

    @property
    def verifier(self) -> str:
        """The public key in the form that witnesses take: `name+id+key`."""
        return f"{self.name}+{self._id.hex()}+{b64encode(ED25519 + self._public).decode()}"

    @property
    def _public(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    @property
    def _id(self) -> bytes:
        return key_id(self.name, self._public)


def key_id(name: str, public: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def unsigned(head: Head) -> str:
    """Where the site has no key."""
    return f"{head.text}\n"


def read(note: str) -> Head:
    """What a note says, whoever signed it. Raises `UnreadableNote`."""
    try:
        origin, size, root = note.partition("\n\n")[0].split("\n")[:3]
        return Head(origin, int(size), b64decode(root, validate=True))
    except ValueError as error:
        raise UnreadableNote(f"This is no checkpoint of a log ({error}).") from None


def is_of(note: str, head: Head) -> bool:
    """Whether the note says this head, and nothing besides but signatures."""
    text, gap, signatures = note.partition("\n\n")
    lines = signatures.splitlines()
    return f"{text}\n" == head.text and bool(gap) and all(map(_is_signature, lines))


def is_signed_by(note: str, verifier: str) -> bool:
    """Whether the note bears a good signature of this key (`name+id+key`)."""
    name, _, rest = verifier.partition("+")
    public = b64decode(rest.partition("+")[2])[1:]
    text, _, signatures = note.partition("\n\n")
    key = Ed25519PublicKey.from_public_bytes(public)
    for line in signatures.splitlines():
        if not _is_signature(line) or line.split(" ")[1] != name:
            continue
        signature = b64decode(line.split(" ")[2])
        if signature[:4] == key_id(name, public):
            return _fits(key, signature[4:], f"{text}\n".encode())
    return False


def _is_signature(line: str) -> bool:
    parts = line.split(" ")
    try:
        return len(parts) == 3 and parts[0] == DASH and bool(b64decode(parts[2], validate=True))
    except ValueError:
        return False


def _fits(key: Ed25519PublicKey, signature: bytes, text: bytes) -> bool:
    try:
        key.verify(signature, text)
    except InvalidSignature:
        return False
    return True
