import json
from pathlib import Path

import msgspec
import pytest
from eval.__main__ import main
from eval.packs import Record
from eval.predictors import PREDICTORS
from eval.runs import Outcome, run_record, save_predictions

TEXT = (
    "Three dockers were killed and two wounded in Port Selm on 4 May 2031, the harbour office said."
)
# What gold files hold besides the inputs; a predictor must not see any of it.
GOLD = {
    "killed_low": 9,
    "killed_high": 9,
    "killed": 9,
    "injured": 9,
    "templates": [{"type": ["ATTACK"]}],
    "attributions": [{"source": [[0, 5]], "cue": [], "content": [[6, 9]]}],
    "timexes": [{"start": 0, "end": 5, "type": "DATE", "value": "2031"}],
    "toponyms": [{"start": 0, "end": 5, "lat": 1.0, "lon": 1.0}],
    "label": "SUBJ",
    "event": "FIGHT",
    "actors": [{"role": "source", "text": "Three"}],
    "entities": [{"start": 0, "end": 5, "type": "Person"}],
    "events": [{"spans": [[0, 5]], "cluster": "c", "type": "ACT"}],
    "lat": 1.0,
    "lon": 1.0,
    "topic": "1",
}


def make_line(name: str, *, with_gold: bool) -> str:
    report = {"id": "r1", "title": "Deaths", "text": TEXT, "published": "2031-05-05"}
    row: dict[str, object] = {"id": "r1", "text": TEXT, "published": "2031-05-05", "lang": "en"}
    if name == "incidents_gva":
        row = {"incident": "1", "reports": [{**report, "shared": True} if with_gold else report]}
    return json.dumps({**row, **GOLD} if with_gold else row)


def load(line: str) -> Record:
    return msgspec.json.decode(line, type=Record)


@pytest.mark.parametrize("name", sorted(PREDICTORS))
def test_a_prediction_is_the_same_without_the_gold(name: str) -> None:
    with_gold = run_record(name, load(make_line(name, with_gold=True)))
    without = run_record(name, load(make_line(name, with_gold=False)))
    assert with_gold == without
    assert without.crash is None
    assert without.prediction
    assert without.broken == ()


def test_a_crash_is_kept_and_the_run_goes_on() -> None:
    outcome = run_record("a pack without predictor", Record(id="a", text=TEXT))
    assert outcome.prediction == {}
    assert outcome.crash is not None
    assert "KeyError" in outcome.crash


def test_readings_are_kept_only_where_they_are_needed_again() -> None:
    record = load(make_line("incidents_gva", with_gold=False))
    assert run_record("incidents_gva", record).readings == {}
    assert set(run_record("incidents_gva", record, keep=True).readings) == {"r1"}


def test_predictions_are_written_a_line_each(tmp_path: Path) -> None:
    outcomes = [Outcome(key="a", prediction={"killed": 1}), Outcome(key="b", prediction={})]
    save_predictions(outcomes, "id", tmp_path / "out" / "predictions.jsonl")
    lines = (tmp_path / "out" / "predictions.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [{"id": "a", "killed": 1}, {"id": "b"}]


def test_clusters_are_predicted_from_the_reports_alone(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "clusters.jsonl"
    first = json.loads(make_line("incidents_gva", with_gold=True))
    second = json.loads(make_line("incidents_gva", with_gold=True))
    second["incident"], second["reports"][0]["id"] = "2", "r2"
    second["reports"][0]["text"] = (
        "A ferry ran aground near Tessaly on 2 June 2029. No one was hurt."
    )
    gold.write_text(f"{json.dumps(first)}\n{json.dumps(second)}\n", "utf-8")
    given = ["predict", "incidents_gva", str(gold), "--out", str(out), "--mode", "clusters"]
    assert main(given) == 0
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [line["report"] for line in lines] == ["r1", "r2"]
    assert lines[0]["cluster"] != lines[1]["cluster"]
