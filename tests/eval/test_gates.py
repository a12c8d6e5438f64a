from eval.__main__ import main, make_parser
from eval.floors import Figure
from eval.gates import Choice, Verdict


def make_verdict(
    value: float, crashes: tuple[str, ...] = (), broken: tuple[str, ...] = ()
) -> Verdict:
    figure = Figure(pack="counts", name="all right", value=value, floor=0.9)
    return Verdict(figures=(figure,), crashes=crashes, broken=broken)


def test_a_gate_opens_when_nothing_fell() -> None:
    assert make_verdict(0.9).failures == []


def test_a_fallen_figure_shuts_the_gate_and_is_named() -> None:
    assert make_verdict(0.8).failures == ["counts: all right fell to 0.800, its floor is 0.9"]


def test_a_crash_and_a_wrong_quote_shut_the_gate() -> None:
    failures = make_verdict(0.9, crashes=("r1",), broken=("c1",)).failures
    assert failures == ["reading crashed: r1", "a quote is not its text: c1"]


def test_only_a_whole_run_writes_the_page() -> None:
    assert Choice().whole
    assert not Choice(limit=10).whole
    assert not Choice(packs=("times_tempeval3",)).whole


def test_an_unknown_pack_is_refused() -> None:
    assert main(["--packs", "no such pack"]) == 2


def test_the_command_line_names_mode_and_condition() -> None:
    given = make_parser().parse_args(
        ["score", "attribution_polnear", "gold.jsonl", "out.jsonl", "--where", "split=dev"]
    )
    assert given.mode == "records"
    assert given.where == ["split=dev"]
