"""Hashes and proofs of a Merkle tree as RFC 6962 (certificate transparency) defines them."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

Hash = bytes
EMPTY = sha256(b"").digest()


def hash_of_leaf(leaf: bytes) -> Hash:
    return sha256(b"\x00" + leaf).digest()


def hash_of_pair(left: Hash, right: Hash) -> Hash:
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """The tree as far as it has to be known to add to it: the roots of its whole subtrees."""

    def __init__(self, size: int = 0, peaks: Iterable[Hash] = ()) -> None:
        self.size, self.peaks = size, list(peaks)

    def add(self, leaf: bytes) -> None:
        node, rest = hash_of_leaf(leaf), self.size
        while rest & 1:
            node, rest = hash_of_pair(self.peaks.pop(), node), rest >> 1
        self.peaks.append(node)
        self.size += 1

    @property
    def root(self) -> Hash:
        if not self.peaks:
            return EMPTY
        *rest, root = self.peaks
        for peak in reversed(rest):
            root = hash_of_pair(peak, root)
        return root


def root_of(hashes: Sequence[Hash]) -> Hash:
    """Of leaves that are hashed already."""
    if not hashes:
        return EMPTY
    if len(hashes) == 1:
        return hashes[0]
    split = _split(len(hashes))
    return hash_of_pair(root_of(hashes[:split]), root_of(hashes[split:]))


def inclusion(index: int, hashes: Sequence[Hash]) -> list[Hash]:
    """The audit path of one leaf (2.1.1). `IndexError` where there is no such leaf."""
    if not 0 <= index < len(hashes):
        raise IndexError(index)
    if len(hashes) == 1:
        return []
    split = _split(len(hashes))
    left, right = hashes[:split], hashes[split:]
    if index < split:
        return [*inclusion(index, left), root_of(right)]
    return [*inclusion(index - split, right), root_of(left)]


def consistency(size: int, hashes: Sequence[Hash]) -> list[Hash]:
    """That the tree of the first `size` leaves is the beginning of this one (2.1.2)."""
    if not 0 < size <= len(hashes):
        raise IndexError(size)
    return _subproof(size, hashes, is_whole=True)


def _subproof(size: int, hashes: Sequence[Hash], *, is_whole: bool) -> list[Hash]:
    if size == len(hashes):
        return [] if is_whole else [root_of(hashes)]
    split = _split(len(hashes))
    left, right = hashes[:split], hashes[split:]
    if size <= split:
        return [*_subproof(size, left, is_whole=is_whole), root_of(right)]
    return [*_subproof(size - split, right, is_whole=False), root_of(left)]


def _split(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1
