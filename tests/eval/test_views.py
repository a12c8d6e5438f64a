from eval.views import list_sides

TEXT = "Two men were wounded, the clinic said."


def test_both_sides_stand_beside_each_other() -> None:
    gold = {"id": "a", "text": TEXT, "injured": 2}
    assert list(list_sides(gold, {"injured": 3})) == [("injured: 3", "injured: 2")]


def test_offsets_are_shown_as_their_words_in_the_texts_order() -> None:
    gold = {
        "id": "a",
        "text": TEXT,
        "attributions": [{"source": [[22, 32]], "content": [[0, 20]]}],
    }
    sides = list(list_sides(gold, {"attributions": []}))
    assert sides[0][1] == "attributions: source=“the clinic” content=“Two men were wounded”"


def test_the_longer_side_is_filled_up() -> None:
    gold = {"id": "a", "text": TEXT, "times": [{"start": 0, "end": 3}, {"start": 4, "end": 7}]}
    ours, theirs = zip(*list_sides(gold, {"times": [{"start": 0, "end": 3}]}), strict=True)
    assert ours == ("times: “Two”", "")
    assert theirs == ("times: “Two”", "times: “men”")
