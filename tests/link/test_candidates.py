"""Texts that share passages are found by their signatures, the whole or a piece."""

from firsthand.link.candidates import find_copy_candidates
from firsthand.link.passages import list_runs


def make_text(seed: str, words: int) -> str:
    return " ".join(f"{seed}{number}" for number in range(words))


def pair_up(*texts: str) -> tuple[tuple[str, str], ...]:
    runs = {f"r-{index}": list_runs(text) for index, text in enumerate(texts)}
    return find_copy_candidates(runs, frozenset())


def test_texts_that_share_half_are_candidates_and_others_are_not() -> None:
    half = make_text("a", 50)
    texts = (half + make_text(" b", 50), half + make_text(" c", 50), make_text("d", 100))
    assert pair_up(*texts) == (("r-0", "r-1"),)


def test_a_short_text_inside_a_long_one_is_a_candidate() -> None:
    short = make_text("a", 80)
    assert pair_up(make_text("b", 700) + " " + short, short) == (("r-0", "r-1"),)


def test_a_text_of_too_few_words_is_none() -> None:
    assert pair_up(make_text("a", 12), make_text("a", 12)) == ()
