"""Texts share passages of eight words and more, whatever their letters and marks."""

from firsthand.link.passages import count_words, find_passages, list_runs

ONE = "Nine people were killed when shells struck the market of Belmuro, residents said."
OTHER = "In the south: nine people were KILLED when shells struck the market of the town."


def test_shared_passages_are_found_where_they_stand_in_each_text() -> None:
    one, other = list_runs(ONE), list_runs(OTHER)
    shared = one.runs.keys() & other.runs.keys()
    assert len(shared) == 3
    ((start, end),) = find_passages(other, shared)
    assert OTHER[start:end] == "nine people were KILLED when shells struck the market of"
    assert count_words(other, shared) == 10


def test_stretches_apart_are_passages_apart() -> None:
    words = list_runs(" ".join(f"w{number}" for number in range(30)))
    first, *_, last = words.runs
    assert len(find_passages(words, {first, last})) == 2
    assert count_words(words, {first, last}) == 16


def test_a_text_of_few_words_has_no_runs() -> None:
    assert list_runs("Nine people were killed.").runs == {}
