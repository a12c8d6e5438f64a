import json
from pathlib import Path

import pytest
from eval.own import (
    add_points,
    list_misses,
    main,
    score_own,
    show_figures,
    show_miss,
)
from eval.own_acts import judge_act, judge_norms
from eval.own_counts import judge_counts, judge_times
from eval.own_gold import (
    OWN_GOLD,
    ActCase,
    AliasCase,
    Case,
    ChainCase,
    CountCase,
    GoldAct,
    GoldCount,
    GoldLink,
    GoldNorm,
    GoldTime,
    NormCase,
    StanceCase,
    TimeCase,
    Words,
    find_words,
    load_cases,
)
from eval.own_judgements import Judgement, Point
from eval.own_speakers import judge_aliases, judge_chain, judge_stance, names_speaker

from firsthand.lexicon.tables import load_table
from firsthand.model.attributions import Link

KINDS: dict[str, type[Case]] = {
    "chains": ChainCase,
    "stances": StanceCase,
    "aliases": AliasCase,
    "counts": CountCase,
    "times": TimeCase,
    "acts": ActCase,
    "norms": NormCase,
}
TEXT = "A clerk of the Salt Office said that guards beat the carter."


def place(text: str, words: str) -> Words:
    start = text.index(words)
    return Words(start=start, end=start + len(words), text=words)


def make_chain_case(*speakers: str, trap: bool = False) -> ChainCase:
    links = [place(TEXT, words) for words in speakers]
    return ChainCase(
        id="chains-1",
        setting="wire",
        text=TEXT,
        trigger=place(TEXT, "beat the carter"),
        chain=tuple(
            GoldLink(role="speaker", start=one.start, end=one.end, text=one.text, also=())
            for one in links
        ),
        sort="chain",
        trap=trap,
    )


def make_link(words: str) -> Link:
    span = place(TEXT, words).span
    return Link(
        role="speaker",
        speaker=words,
        manner="indirect",
        cue="said",
        speaker_span=span,
        cue_span=place(TEXT, "said").span,
        pattern="say verb",
    )


def make_judgement(name: str, value: int, total: int) -> Judgement:
    return Judgement(
        set="counts",
        id="counts-1",
        text="Two carters\nwere killed.",
        points=(Point(name, value, total),),
        expected="2..2",
        found="none",
    )


@pytest.mark.parametrize("name", KINDS)
def test_every_case_holds_its_words_at_their_offsets(name: str) -> None:
    cases = load_cases(name, KINDS[name])
    assert len(cases) >= 40
    assert len({case.id for case in cases}) == len(cases)


@pytest.mark.parametrize("name", KINDS)
def test_every_line_has_its_keys_in_order(name: str) -> None:
    for line in (OWN_GOLD / f"{name}.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        assert line == json.dumps(record, sort_keys=True, ensure_ascii=False)


def test_no_text_stands_twice_in_a_set() -> None:
    for name, kind in KINDS.items():
        texts = [
            (case.text, getattr(case, "published", None), getattr(case, "trigger", None))
            for case in load_cases(name, kind)
        ]
        assert len(set(texts)) == len(texts)


def test_a_gold_count_is_no_larger_at_its_low_end_and_a_part_of_another_count() -> None:
    for case in load_cases("counts", CountCase):
        for position, count in enumerate(case.counts):
            assert count.low is None or count.high is None or count.low <= count.high
            assert count.part_of is None or 0 <= count.part_of < len(case.counts)
            assert count.part_of != position


def test_a_gold_time_begins_before_it_ends_and_is_known_or_unknown_as_a_whole() -> None:
    for case in load_cases("times", TimeCase):
        for time in case.times:
            assert time.first is None or time.last is None or time.first < time.last
            is_unresolved = time.first is None and time.last is None
            assert is_unresolved == (time.precision == "unknown") == (time.basis is None)


def test_the_types_of_gold_acts_are_those_of_the_lexicon() -> None:
    known = {row["type"] for row in load_table("act_types")}
    used = {name for case in load_cases("acts", ActCase) for act in case.acts for name in act.types}
    assert used <= known


def test_words_that_moved_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    case = {
        "id": "stances-1",
        "setting": "wire",
        "stance": "asserted",
        "text": "Guards beat the carter.",
        "words": {"start": 8, "end": 12, "text": "beat"},
    }
    (tmp_path / "stances.jsonl").write_text(json.dumps(case), "utf-8")
    monkeypatch.setattr("eval.own_gold.OWN_GOLD", tmp_path)
    with pytest.raises(ValueError, match="“beat” is not at 8"):
        load_cases("stances", StanceCase)


def test_all_words_inside_a_case_are_found() -> None:
    case = make_chain_case("A clerk of the Salt Office")
    assert [words.text for words in find_words(case)] == [
        "beat the carter",
        "A clerk of the Salt Office",
    ]


def test_a_speaker_is_named_by_the_noun_that_the_rest_hangs_on() -> None:
    case = make_chain_case("A clerk of the Salt Office")
    gold = case.chain[0]
    assert names_speaker(gold, make_link("A clerk of the Salt Office"), case)
    assert not names_speaker(gold, make_link("the Salt Office"), case)
    assert not names_speaker(gold, make_link("A clerk of"), case)


def test_a_speaker_does_not_reach_into_the_claim() -> None:
    case = make_chain_case("A clerk of the Salt Office")
    assert not names_speaker(case.chain[0], make_link(TEXT), case)


def test_a_chain_is_whole_if_each_link_is_there_and_no_other() -> None:
    judged = judge_chain(make_chain_case("A clerk of the Salt Office"))
    assert not judged.missed
    assert judge_chain(make_chain_case("A clerk of the Salt Office", "guards")).missed


def test_a_trap_is_only_asked_whether_it_was_taken_for_a_saying() -> None:
    judged = judge_chain(make_chain_case(trap=True))
    assert [(point.name, point.value) for point in judged.points] == [
        ("looks like a saying and is none", 0)
    ]


def test_a_stance_is_that_of_the_claim_at_the_words() -> None:
    text = "The ministry denied that guards beat the carter."
    case = StanceCase(
        id="stances-1", setting="wire", text=text, words=place(text, "beat"), stance="denied"
    )
    assert not judge_stance(case).missed


def test_mentions_of_one_actor_are_pairs() -> None:
    text = "Rosa Tamm sold salt. Rosa Tamm left. Anders Beck stayed."
    second = text.index("Rosa Tamm", 5)
    mentions = (
        place(text, "Rosa Tamm"),
        Words(start=second, end=second + 9, text="Rosa Tamm"),
        place(text, "Anders Beck"),
    )
    case = AliasCase(
        id="aliases-1", setting="wire", text=text, sets=(mentions[:2], mentions[2:]), trap=None
    )
    assert judge_aliases(case).points == (Point("pairs, F1", 2, 2),)


def test_a_count_is_right_only_with_all_its_fields() -> None:
    text = "Two people were killed."
    words = place(text, "Two people")
    gold = GoldCount(
        start=words.start,
        end=words.end,
        text=words.text,
        outcome="killed",
        low=2,
        high=2,
        vague=False,
        approximate=False,
        part_of=None,
        group="people",
    )
    case = CountCase(id="counts-1", setting="wire", text=text, counts=(gold,))
    assert judge_counts(case).points[0] == Point("counts with all fields right", 1, 1)
    assert judge_counts(CountCase(id="counts-2", setting="wire", text=text, counts=())).missed


def test_midnight_is_the_day_alone_or_an_hour() -> None:
    text = "The salt store burned on 4 March 2030."
    words = place(text, "4 March 2030")
    gold = GoldTime(
        start=words.start,
        end=words.end,
        text=words.text,
        first="2030-03-04T00:00",
        last="2030-03-05",
        precision="day",
        basis="text",
    )
    case = TimeCase(id="times-1", setting="wire", text=text, published=None, times=(gold,))
    assert not judge_times(case).missed


def test_an_act_is_right_with_its_agents_and_targets() -> None:
    text = "Guards shot a carter."
    words = place(text, "shot")
    gold = GoldAct(
        start=words.start,
        end=words.end,
        text="shot",
        types=("shooting",),
        agents=(place(text, "Guards"),),
        targets=(place(text, "a carter"),),
    )
    case = ActCase(id="acts-1", setting="wire", text=text, acts=(gold,))
    assert not judge_act(case).missed
    assert judge_act(ActCase(id="acts-2", setting="wire", text=text, acts=())).missed


def test_a_norm_is_right_with_its_relation() -> None:
    text = "The raid violated the Fourth Geneva Convention."
    words = place(text, "Fourth Geneva Convention")
    gold = GoldNorm(
        start=words.start,
        end=words.end,
        text=words.text,
        name="Geneva Convention IV",
        kind="instrument",
        relation="breached",
    )
    assert not judge_norms(NormCase(id="norms-1", setting="wire", text=text, norms=(gold,))).missed


def test_points_of_one_figure_are_added_up() -> None:
    figures = add_points([make_judgement("found", 1, 2), make_judgement("found", 3, 3)])
    assert [(one.name, one.value, one.total, one.share) for one in figures] == [
        ("found", 4, 5, 0.8)
    ]
    assert "found" in show_figures(figures)


def test_a_miss_shows_what_was_expected_beside_what_was_found() -> None:
    shown = show_miss(make_judgement("found", 0, 1))
    assert "Two carters / were killed." in shown
    assert "expected: 2..2\n    found:    none" in shown


def test_a_set_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(SystemExit):
        main(["rumours"])


def test_a_set_is_scored_and_its_misses_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    figures = {one.name: one for one in score_own(["norms"])}
    assert figures["norms with all fields right"].total >= 40
    list_misses(["norms"])
    missed = figures["norms with all fields right"]
    assert ("expected:" in capsys.readouterr().out) == (missed.value < missed.total)
