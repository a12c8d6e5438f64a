"""What stands on pages whatever they tell is furniture; a text that many carry is not."""

from tests.values import make_report

from firsthand.link.furniture import find_furniture
from firsthand.link.passages import list_runs
from firsthand.model.reports import Document

NOTE = "If you know more than we do write to the desk of this paper and we shall call you back."


def make_text(seed: str, words: int = 60) -> str:
    return " ".join(f"{seed}{number}" for number in range(words))


def find(texts: list[str], publishers: list[str]) -> tuple[int, int]:
    """Return how many runs of the note are furniture, and how many runs in all."""
    documents = [
        Document(report=make_report(f"r-{index}", publisher=publisher), text=text)
        for index, (text, publisher) in enumerate(zip(texts, publishers, strict=True))
    ]
    runs = {document.report.id: list_runs(document.text) for document in documents}
    found = find_furniture(documents, runs)
    return len(found & list_runs(NOTE).runs.keys()), len(found)


def test_a_note_under_many_texts_of_many_outlets_is_furniture() -> None:
    texts = [f"{make_text(seed)} {NOTE}" for seed in "abcd"]
    assert find(texts, ["A", "B", "C", "D"]) == (13, 13)


def test_a_text_that_many_outlets_carry_is_none() -> None:
    assert find([f"{make_text('a')} {NOTE}"] * 4, ["A", "B", "C", "D"]) == (0, 0)


def test_what_one_publisher_has_three_times_is_furniture() -> None:
    texts = [f"{make_text(seed)} {NOTE}" for seed in "abc"]
    assert find(texts, ["A", "A", "A"]) == (13, 13)
    assert find(texts, ["A", "B", "C"]) == (0, 0)
