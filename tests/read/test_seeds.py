"""Every finding ends up in one claim, with the clause that says it whole."""

from firsthand.read.acts import find_acts
from firsthand.read.attributions import find_attributions
from firsthand.read.casualties import find_casualties
from firsthand.read.norms import find_norms
from firsthand.read.seeds import Seed, find_seeds
from firsthand.text.parses import get_text, parse_text


def sow(text: str) -> list[Seed]:
    doc = parse_text(text)
    acts, counts, norms = find_acts(doc), find_casualties(doc, "r-1"), find_norms(doc)
    return list(find_seeds(doc, acts, counts, norms, find_attributions(doc)))


def words(text: str, seed: Seed) -> str:
    return " … ".join(get_text(parse_text(text))[start:end] for start, end in seed.parts)


def test_a_count_belongs_to_the_claim_of_its_act() -> None:
    text = "Soldiers killed nine people in Belmuro on Tuesday."
    (seed,) = [seed for seed in sow(text) if seed.casualties]
    assert seed.kind == "act"
    assert seed.act is not None
    assert seed.act.type == "killing"
    assert [count.low for count in seed.casualties] == [9]


def test_a_count_without_an_act_makes_its_own_claim() -> None:
    (seed,) = sow("Nine dead in Belmuro market.")
    assert (seed.kind, seed.act) == ("casualties", None)
    assert [count.low for count in seed.casualties] == [9]


def test_a_claim_stays_inside_what_its_speaker_says() -> None:
    text = "The ministry said on Friday that soldiers had shelled the market."
    (seed,) = [seed for seed in sow(text) if seed.act is not None]
    assert "ministry" not in words(text, seed)
    assert "shelled the market" in words(text, seed)


def test_a_saying_without_harm_is_a_statement() -> None:
    text = "The union said that the lighthouse was old."
    (seed,) = sow(text)
    assert seed.kind == "statement"
    assert words(text, seed).endswith("the lighthouse was old")


def test_what_somebody_warns_of_is_a_warning() -> None:
    text = "The union warned that soldiers would shell the market."
    assert {seed.kind for seed in sow(text)} == {"warning"}


def test_a_norm_alone_makes_a_claim() -> None:
    seeds = sow("They are protected persons under the Fourth Geneva Convention.")
    assert [norm.name for seed in seeds for norm in seed.norms] == [
        "protected persons",
        "Geneva Convention IV",
    ]


def test_no_two_claims_of_one_kind_have_the_same_words() -> None:
    seeds = sow("Soldiers stormed the camp, killing two men and wounding four, and burned houses.")
    assert len({(seed.kind, seed.parts) for seed in seeds}) == len(seeds)
    assert all(start < end for seed in seeds for start, end in seed.parts)


def test_nobody_is_left_out_of_who_is_said_to_have_known() -> None:
    text = (
        "“The cables show that the army – and by implication the court – knew soldiers were "
        "beating residents,” Maad said."
    )
    (knowing,) = [words(text, seed) for seed in sow(text) if seed.kind == "knowledge"]
    assert "the army – and by implication the court – knew" in knowing


def test_a_threat_to_those_who_did_it_warns_of_nothing() -> None:
    (seed,) = sow("He warned that those who gave the order would be known by name.")
    assert seed.kind == "statement"
    (seed,) = sow("He warned that the bridge would be hit.")
    assert seed.kind == "warning"
