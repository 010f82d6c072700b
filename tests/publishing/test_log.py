"""The log by the book: RFC 6962's hashes, C2SP's notes, and nothing left of what was taken back."""

from base64 import b64encode

import pytest
from django.core.management import call_command
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from profiles.models import Checkpoint, LogEntry
from profiles.publishing import merkle
from profiles.publishing.log import add_to_log, signer
from profiles.publishing.notes import Head, Signer, UnreadableNote, is_of, is_signed_by, read

# The eight leaves of the tests of certificate transparency, and the roots of their trees.
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
SEED = b64encode(bytes(range(32))).decode()


class TestTheTree:
    def test_the_empty_one(self):
        assert merkle.Tree().root.hex() == (
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )

    @pytest.mark.parametrize("size", range(1, 9))
    def test_the_roots_of_the_standard(self, size):
        tree = merkle.Tree()
        for leaf in LEAVES[:size]:
            tree.add(leaf)
        assert tree.root.hex() == ROOTS[size - 1]
        assert merkle.root_of([merkle.hash_of_leaf(leaf) for leaf in LEAVES[:size]]) == tree.root

    def test_a_path_of_the_standard(self):
        hashed = [merkle.hash_of_leaf(leaf) for leaf in LEAVES]
        assert [node.hex()[:8] for node in merkle.inclusion(0, hashed)] == [
            "96a296d2",
            "5f083f0a",
            "6b47aaf2",
        ]

    @given(st.integers(1, 70).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n - 1))))
    def test_every_path_leads_to_the_root_and_no_other_leaf_has_it(self, sizes):
        size, index = sizes
        hashed = [merkle.hash_of_leaf(bytes([number])) for number in range(size)]
        path, root = merkle.inclusion(index, hashed), merkle.root_of(hashed)
        assert climbed(hashed[index], index, size, path) == root
        assert climbed(merkle.hash_of_leaf(b"another"), index, size, path) != root

    @given(st.integers(1, 70).flatmap(lambda n: st.tuples(st.integers(1, n), st.just(n))))
    def test_a_longer_tree_begins_with_a_shorter_one(self, sizes):
        old, new = sizes
        hashed = [merkle.hash_of_leaf(bytes([number])) for number in range(new)]
        proof = merkle.consistency(old, hashed)
        roots = merkle.root_of(hashed[:old]), merkle.root_of(hashed)
        assert is_beginning(old, new, proof, *roots)
        another = merkle.root_of([merkle.hash_of_leaf(b"another"), *hashed[1:old]])
        assert not is_beginning(old, new, proof, another, roots[1])


def climbed(node, index, size, path):
    """As RFC 9162 checks an audit path (2.1.3.2), apart from how it is made."""
    last = size - 1
    for other in path:
        if index & 1 or index == last:
            node = merkle.hash_of_pair(other, node)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            node = merkle.hash_of_pair(node, other)
        index, last = index >> 1, last >> 1
    return node


def is_beginning(old, new, proof, old_root, new_root):
    """As RFC 9162 checks a proof of consistency (2.1.4.2)."""
    if old == new:
        return proof == [] and old_root == new_root
    first, last = old - 1, new - 1
    if old & (old - 1) == 0:
        proof = [old_root, *proof]
    while first & 1:
        first, last = first >> 1, last >> 1
    node, *rest = proof
    older = newer = node
    for other in rest:
        if last == 0:
            return False
        if first & 1 or first == last:
            older = merkle.hash_of_pair(other, older)
            newer = merkle.hash_of_pair(other, newer)
            while not first & 1 and first:
                first, last = first >> 1, last >> 1
        else:
            newer = merkle.hash_of_pair(newer, other)
        first, last = first >> 1, last >> 1
    return (older, newer, last) == (old_root, new_root, 0)


class TestNotes:
    head = Head("footnote.example/log", 3, bytes.fromhex(ROOTS[2]))

    def test_what_is_signed_is_read_again(self):
        maker = Signer.of("footnote.example/log", SEED)
        note = maker.sign(self.head)
        assert read(note) == self.head
        assert is_of(note, self.head)
        assert is_signed_by(note, maker.verifier)

    @pytest.mark.parametrize(
        ("old", "new"),
        [("3\n", "4\n"), ("footnote.example/log\n3", "other/log\n3"), ("log ", "l ")],
    )
    def test_another_word_in_it_breaks_the_signature(self, old, new):
        maker = Signer.of("footnote.example/log", SEED)
        note = maker.sign(self.head)
        assert old in note
        assert not is_signed_by(note.replace(old, new), maker.verifier)

    def test_another_key_is_another(self):
        maker = Signer.of("footnote.example/log", SEED)
        other = Signer.of("footnote.example/log", b64encode(b"another" * 4 + b"seed").decode())
        assert not is_signed_by(maker.sign(self.head), other.verifier)

    def test_no_note_at_all(self):
        with pytest.raises(UnreadableNote, match="no checkpoint"):
            read("Hello\nthere\n")

    def test_a_key_that_is_none(self):
        with pytest.raises(ValueError, match=r"\w"):
            Signer.of("log", "too short")


@pytest.mark.django_db
class TestAdding:
    def test_each_addition_has_a_head_that_is_signed_and_written_down(
        self, settings, tmp_path, django_capture_on_commit_callbacks
    ):
        settings.LOG_KEY, settings.LOG_FILE = SEED, str(tmp_path / "heads.txt")
        with django_capture_on_commit_callbacks(execute=True):
            add_to_log([{"type": "test"}, {"type": "test"}])
            add_to_log([{"type": "test"}])
        notes = list(Checkpoint.objects.values_list("note", flat=True))
        assert [read(note).size for note in notes] == [2, 3]
        assert all(is_signed_by(note, signer().verifier) for note in notes)
        assert (tmp_path / "heads.txt").read_text() == "".join(f"{note}\n" for note in notes)

    def test_what_is_taken_back_leaves_nothing(self):
        add_to_log([{"type": "test"}])
        with transaction.atomic():
            add_to_log([{"type": "test"}])
            transaction.set_rollback(True)
        add_to_log([{"type": "test"}])
        assert LogEntry.objects.count() == Checkpoint.objects.last().size == 2

    def test_without_a_key_heads_are_not_signed(self):
        add_to_log([{"type": "test"}])
        note = Checkpoint.objects.get().note
        assert is_of(note, read(note))
        assert note.endswith("\n\n")


def test_a_new_key_comes_with_what_others_need_to_know(capsys, settings):
    call_command("make_log_key")
    secret, public = (
        line.partition("=")[2] or line for line in capsys.readouterr().out.splitlines()
    )
    settings.LOG_KEY = secret
    assert public == f"Public key: {signer().verifier}"
