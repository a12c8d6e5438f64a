from pathlib import Path

from eval.floors import Figure
from eval.readers import write_readers


def test_readers_are_told_what_was_measured_in_plain_words(tmp_path: Path) -> None:
    table = tmp_path / "accuracy.tsv"
    figures = [
        Figure(pack="places_geo", name="acc161_on_matched", value=0.806, floor=None),
        Figure(pack="places_geo", name="relaxed_f1", value=0.83, floor=None),
    ]
    write_readers(figures, table)
    remark, header, *rows = table.read_text("utf-8").splitlines()
    assert remark.startswith("# ")
    assert header == "what\tshare\tmeasured on"
    assert rows == [
        "places found that are put within 161 km of where they lie\t81%\t817 news articles"
    ]
