"""Pairs that share a member are one group."""

from firsthand.link.groups import find_root, join_pairs


def test_pairs_with_a_common_member_are_joined() -> None:
    pairs = [("c", "b"), ("d", "e"), ("b", "a")]
    assert join_pairs(pairs) == (("a", "b", "c"), ("d", "e"))


def test_a_pair_of_one_is_a_group_of_its_own() -> None:
    assert join_pairs([("a", "a")]) == (("a",),)


def test_a_root_is_followed_through_its_parents() -> None:
    assert find_root({"c": "b", "b": "a", "a": "a"}, "c") == "a"
