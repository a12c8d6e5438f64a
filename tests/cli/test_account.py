"""`firsthand account` end to end: real files in, an account folder out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "harbour-market"


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "firsthand", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **environment}, check=False
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    out = tmp_path_factory.mktemp("account")
    return out, run("account", EXAMPLES, "--out", out, "--workers", "1")


def read_tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_example_gives_an_account_of_fifteen_reports(
    made: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    out, done = made
    assert done.returncode == 0, done.stderr
    assert "Read: 15 reports." in done.stderr
    assert done.stdout.strip() == str(out / "account.json")
    assert len(list((out / "texts").glob("*.txt"))) == 15


def test_every_quote_is_the_text_at_its_parts(
    made: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    out, _ = made
    account = json.loads((out / "account.json").read_bytes())
    texts = {
        report["id"]: (out / report["text_file"]).read_bytes().decode()
        for report in account["reports"]
    }
    assert account["claims"]
    for claim in account["claims"]:
        text = texts[claim["report"]]
        assert claim["quote"] == " … ".join(text[start:end] for start, end in claim["parts"])


def test_processes_locale_and_hash_seed_change_nothing(
    made: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    again = run(
        *("account", EXAMPLES, "--out", tmp_path, "--workers", "2"),
        PYTHONHASHSEED="7",
        LC_ALL="C",
        TZ="Asia/Tehran",
    )
    assert again.returncode == 0, again.stderr
    assert read_tree(tmp_path) == read_tree(made[0])


def test_only_our_own_files_are_replaced(tmp_path: Path) -> None:
    out = tmp_path / "account"
    (out / "texts").mkdir(parents=True)
    (out / "notes.md").write_text("mine")
    (out / "texts" / "mine.txt").write_text("mine")
    (out / "texts" / "r-0123456789abcdef.txt").write_text("of an earlier account")
    assert run("account", EXAMPLES / "01-wire.txt", "--out", out).returncode == 0
    assert (out / "notes.md").read_text() == "mine"
    assert (out / "texts" / "mine.txt").read_text() == "mine"
    assert not (out / "texts" / "r-0123456789abcdef.txt").exists()


def test_what_cannot_be_read_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "page.html").write_bytes(b"<html><body></body></html>")
    (tmp_path / "table.csv").write_bytes(b"id,title\n1,Nine\n")
    (tmp_path / "good.txt").write_text("Soldiers killed nine people in Belmuro on 14 May 2019.")
    (tmp_path / "odd.jsonl").write_bytes(b'{"text": "\\u0130ki: two \\ud800 people were killed."}')
    done = run("account", tmp_path, "--out", tmp_path / "out", "--published", "2019-05-15")
    assert done.returncode == 1, done.stderr
    account = json.loads((tmp_path / "out" / "account.json").read_bytes())
    codes = {refusal["name"]: refusal["code"] for refusal in account["refused"]}
    assert codes == {
        "empty.txt": "empty",
        "noise.txt": "binary",
        "page.html": "no_article",
        "table.csv": "no_text_column",
    }
    assert len(account["reports"]) == 2
    assert all(refusal["remedy"] for refusal in account["refused"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["account", "nothing-here.txt", "--out", "OUT"], "Nothing could be read"),
        (["account", str(EXAMPLES), "--out", "OUT", "--profile", "public"], "does not exist yet"),
        (["account", str(EXAMPLES), "--out", "OUT", "--published", "yesterday"], "--published"),
        (["account", str(EXAMPLES)], "--out"),
        (["account", str(EXAMPLES), "--out", "OUT", "--sites", "no.csv"], "no.csv"),
    ],
)
def test_wrong_usage_is_told_in_one_line(tmp_path: Path, arguments: list[str], words: str) -> None:
    done = run(*(str(tmp_path / "out") if part == "OUT" else part for part in arguments))
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_toll_rule_is_chosen_and_named_in_every_toll(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Nine people were killed in Belmuro, a nurse said.", "utf-8")
    out = tmp_path / "out"
    done = run("account", report, "--out", out, "--toll-rule", "most conservative")
    assert done.returncode == 0, done.stderr
    (incident,) = json.loads((out / "account.json").read_bytes())["incidents"]
    assert [(t["rule"], t["best"]) for t in incident["tolls"]] == [("most conservative", 9)]
    wrong = run("account", report, "--out", out, "--toll-rule", "average")
    assert wrong.returncode == 2
    assert "Choose one of “range of latest”" in wrong.stderr


def test_a_date_in_the_future_is_kept_as_words(tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_text("Published: 2999-01-01\n\nSoldiers killed nine people in Belmuro on Monday.")
    done = run("account", source, "--out", tmp_path / "out")
    (report,) = json.loads((tmp_path / "out" / "account.json").read_bytes())["reports"]
    assert done.returncode == 0, done.stderr
    assert (report["published"], report["published_text"]) == (None, "2999-01-01")
    assert "lies in the future" in done.stderr


def test_a_report_cannot_put_markup_or_formulas_into_what_is_written(tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_text(
        "Title: =1+1 <script>alert(1)</script>\nPublisher: <img src=x>\n\n"
        'The "<b>army</b>" killed nine people </script><script>alert(2)</script> in Belmuro.'
    )
    assert run("account", source, "--out", tmp_path / "out").returncode == 0
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "<img" not in page
    for name in ("claims.csv", "incidents.csv"):
        cells = (tmp_path / "out" / name).read_text("utf-8").replace("\n", ",").split(",")
        assert not any(cell.strip('"').startswith(("=", "+", "@")) for cell in cells)
