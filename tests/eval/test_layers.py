from eval.layers import score_one_layer


def make_record(*contents: tuple[int, int]) -> dict[str, object]:
    return {"attributions": [{"content": [list(content)]} for content in contents]}


def test_two_predictions_in_one_content_count_once() -> None:
    gold = {"a": make_record((0, 100))}
    assert score_one_layer(gold, {"a": make_record((0, 40), (50, 90))}) == 0.5


def test_of_a_saying_in_a_saying_only_the_outer_counts() -> None:
    gold = {"a": make_record((0, 100))}
    assert score_one_layer(gold, {"a": make_record((0, 100), (40, 60))}) == 1.0


def test_a_prediction_that_lies_mostly_outside_is_wrong() -> None:
    gold = {"a": make_record((0, 10))}
    assert score_one_layer(gold, {"a": make_record((5, 30))}) == 0.0


def test_without_predictions_the_precision_is_zero() -> None:
    assert score_one_layer({"a": make_record((0, 10))}, {}) == 0.0
