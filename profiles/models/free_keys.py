"""Keys made of words: the next that is free where the words are taken."""

from collections.abc import Collection


def free_key(stem: str, taken: Collection[str]) -> str:
    """`acme`, or `acme-2` where that is taken, and so on."""
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(key for key in numbered if key not in taken)
