"""Attributions give who is said to say what, with the words at their offsets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model.attributions import Attribution
from firsthand.read.attributions import LONGEST_SENTENCE, find_attributions, find_credits
from firsthand.read.chains import find_chain, join_links
from firsthand.text.parses import parse_text


def find(text: str) -> tuple[Attribution, ...]:
    return find_attributions(parse_text(text))


def quote(text: str, attribution: Attribution) -> str:
    return " … ".join(text[start:end] for start, end in attribution.content)


def find_only(text: str) -> tuple[str | None, str | None, str]:
    (one,) = find(text)
    return one.links[-1].speaker, one.links[-1].cue, quote(text, one)


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        (
            "The mayor of Oster said that soldiers had burned two houses.",
            "The mayor of Oster",
            "said",
            "soldiers had burned two houses",
        ),
        ("The road, she said, was closed.", "she", "said", "The road … was closed"),
        (
            "Doctors, who say that forty people died, have left.",
            "Doctors",
            "say",
            "forty people died",
        ),
        (
            "The convoy was shelled, nurses said.",
            "nurses",
            "said",
            "The convoy was shelled",
        ),
        (
            "The road to the market was closed, said Ilmar Dovan.",
            "Ilmar Dovan",
            "said",
            "The road to the market was closed",
        ),
        (
            "As reported by Belmuro Radio, ten people died.",
            "Belmuro Radio",
            "reported",
            "ten people died",
        ),
        (
            "Mira Sollen has pointed out that the bridge was mined.",
            "Mira Sollen",
            "has pointed out",
            "the bridge was mined",
        ),
    ],
)
def test_a_clause_is_what_its_cue_says(text: str, speaker: str, cue: str, content: str) -> None:
    assert find_only(text) == (speaker, cue, content)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "According to the Tavarra Daily, nine villagers died in Oster.",
            "the Tavarra Daily",
            "nine villagers died in Oster.",
        ),
        (
            "Soldiers burned the market, according to a teacher who fled the town.",
            "a teacher",
            "Soldiers burned the market",
        ),
    ],
)
def test_according_to_attributes_its_sentence(text: str, speaker: str, content: str) -> None:
    assert find_only(text) == (speaker, text[text.lower().index("acc") :][:12], content)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            '"They came at night," said Ilmar Dovan, a farmer from Oster.',
            "Ilmar Dovan, a farmer from Oster",
            "They came at night",
        ),
        (
            "“The convoy never came,” warned the deputy envoy in Kadun, Mira Sollen.",
            "the deputy envoy in Kadun, Mira Sollen",
            "The convoy never came",
        ),
        ("“We saw smoke,” the nurse told us.", "the nurse", "We saw smoke"),
    ],
)
def test_a_quotation_belongs_to_the_speaker_beside_it(
    text: str, speaker: str, content: str
) -> None:
    (one,) = find(text)
    assert (one.links[-1].speaker, quote(text, one)) == (speaker, content)
    assert one.links[-1].manner == "direct"


def test_two_halves_of_a_quotation_are_one_saying() -> None:
    text = (
        "“If the convoy leaves,” warned Mira Sollen, the deputy envoy, in a letter, "
        "“the town will starve.”"
    )
    (one,) = find(text)
    assert quote(text, one) == "If the convoy leaves … the town will starve."
    assert (one.kind, one.stance) == ("warn", "predicted")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It was reported that the bridge had been mined.", "the bridge had been mined"),
        (
            "The colonel is said to have fled the town.",
            "The colonel … to have fled the town",
        ),
        ("The army was accused of shelling the market.", "shelling the market"),
    ],
)
def test_a_passive_without_an_agent_names_nobody(text: str, content: str) -> None:
    assert find_only(text)[::2] == (None, content)


def test_a_passive_with_an_agent_names_it() -> None:
    text = "The claim was rejected by the ministry."
    assert find_only(text) == ("the ministry", "was rejected", "The claim")


def test_the_agency_that_quotes_comes_before_its_speaker() -> None:
    text = (
        "Mira Sollen was quoted by the Belmuro News Agency as saying that the convoy was shelled."
    )
    (one,) = find(text)
    assert [(link.role, link.speaker) for link in one.links] == [
        ("relay", "the Belmuro News Agency"),
        ("speaker", "Mira Sollen"),
    ]
    assert quote(text, one) == "the convoy was shelled"


def test_an_agency_passes_on_what_is_joined_to_its_quote() -> None:
    text = (
        "Mira Sollen was quoted by the Belmuro News Agency as asking for help "
        "but denied that the convoy was shelled."
    )
    denial = next(one for one in find(text) if one.kind == "deny")
    assert [link.speaker for link in denial.links] == ["the Belmuro News Agency", "Mira Sollen"]


def test_whoever_was_told_is_a_relay_if_it_publishes() -> None:
    (one,) = find("Mira Sollen told the Tavarra Daily that ten people had died.")
    assert [link.role for link in one.links] == ["relay", "speaker"]
    (other,) = find("Mira Sollen told her brother that ten people had died.")
    assert [link.role for link in other.links] == ["speaker"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("There are reports of shelling in Oster.", "shelling in Oster"),
        ("There are reports that the market was burned.", "the market was burned"),
    ],
)
def test_reports_say_what_nobody_by_name_says(text: str, content: str) -> None:
    assert find_only(text) == ("reports", "reports", content)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Their warning that the camp would be shelled came late.", "Their", "the camp would"),
        ("A claim by the general that the camp was empty was read.", "the general", "the camp was"),
        ("Mira Sollen issued a warning that snipers hid there.", "Mira Sollen", "snipers hid"),
        ("The army's plan to close the camp was read out.", "The army", "to close the camp"),
    ],
)
def test_a_noun_of_saying_has_its_owner(text: str, speaker: str, content: str) -> None:
    found = next(one for one in find(text) if one.pattern.endswith("noun"))
    assert found.links[-1].speaker == speaker
    assert quote(text, found).startswith(content)


def test_an_attitude_without_an_owner_is_left_out() -> None:
    assert find("Support for the ceasefire grew in Kadun.") == ()


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Elders made it clear they did not agree.", "Elders", "they did not agree"),
        ("Elders are worried about a second raid.", "Elders", "a second raid"),
        ("Mira Sollen is sure that the market was burned.", "Mira Sollen", "the market was burned"),
    ],
)
def test_an_adjective_has_who_is_so(text: str, speaker: str, content: str) -> None:
    assert find_only(text)[::2] == (speaker, content)


def test_a_denial_is_denied() -> None:
    (one,) = find("The ministry denied that soldiers had entered the town.")
    assert (one.kind, one.stance) == ("deny", "denied")


def test_what_is_not_confirmed_stays_alleged() -> None:
    (one,) = find("The ministry did not confirm that soldiers had entered the town.")
    assert (one.stance, one.links[-1].cue) == ("alleged", "did not confirm")


def test_what_is_not_believed_is_denied() -> None:
    (one,) = find("Ilmar Dovan did not think that soldiers had entered the town.")
    assert one.stance == "denied"


def test_a_colon_after_a_statement_announces_it() -> None:
    text = "Mira Sollen released a statement: “The convoy never came.”"
    found = next(one for one in find(text) if one.pattern == "say noun")
    assert (found.links[-1].speaker, quote(text, found)) == (
        "Mira Sollen",
        "The convoy never came.",
    )


def test_reportedly_speaks_for_nobody() -> None:
    text = "Villagers reportedly fled to the hills."
    assert find_only(text) == (None, "reportedly", "Villagers … fled to the hills.")


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "ceasefire line" was crossed twice.',
        "That shows that the road was closed.",
        "The bridge fell at noon.",
    ],
)
def test_no_speaker_is_no_saying(text: str) -> None:
    assert find(text) == ()


def test_a_sentence_nobody_writes_is_not_read() -> None:
    assert find("said " * (LONGEST_SENTENCE + 1)) == ()


def test_an_agency_in_the_dateline_is_credited() -> None:
    text = "BELMURO, May 14 (Tavarra Wire) - Nine people died."
    (credit,) = find_credits(parse_text(text))
    assert text[credit.start : credit.end] == credit.name == "Tavarra Wire"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab said told “”\"':,. \n—", max_size=80))
def test_every_word_stands_at_its_offsets(text: str) -> None:
    for one in find(text):
        assert one.content
        for link in one.links:
            if link.speaker_span is not None:
                assert text[slice(*link.speaker_span)] == link.speaker
            if link.cue_span is not None:
                assert text[slice(*link.cue_span)] == link.cue


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "The mayor said in a statement that rebels had shelled the town.",
            ["The mayor"],
            "rebels had shelled the town",
        ),
        (
            "The bridge was hit from near Oster, its keeper, Mira Sollen, told reporters.",
            ["its keeper, Mira Sollen"],
            "The bridge was hit from near Oster",
        ),
        (
            "Three men were shot on the road to Oster, villagers and a nurse said.",
            ["villagers and a nurse"],
            "Three men were shot on the road to Oster",
        ),
        (
            "Sources of the Coast Council inside Oster report that ten people were killed.",
            ["Sources of the Coast Council"],
            "ten people were killed",
        ),
        (
            "“It fell,” a nurse was quoted as saying by the Oster Daily.",
            ["the Oster Daily", "a nurse"],
            "It fell",
        ),
        (
            "The Oster Daily, citing a nurse, said that the town fell.",
            ["The Oster Daily", "a nurse"],
            "the town fell",
        ),
        (
            "According to the Oster Daily, which cited a nurse, the town fell.",
            ["the Oster Daily", "a nurse"],
            "the town fell.",
        ),
        (
            "The toll was put at nine by the hospital.",
            ["the hospital"],
            "The toll … at nine",
        ),
    ],
)
def test_a_saying_has_its_whole_chain(text: str, chain: list[str], content: str) -> None:
    (one,) = find(text)
    assert ([link.speaker for link in one.links], quote(text, one)) == (chain, content)


@pytest.mark.parametrize(
    "text",
    [
        "The town was taken according to plan.",
        "The officer was cited for bravery.",
        "It is time for the mayor to say that it rained.",
        "The shelling recalls the winter of 2004.",
    ],
)
def test_what_looks_like_a_saying_is_none(text: str) -> None:
    assert find(text) == ()


def test_the_words_of_somebody_are_theirs() -> None:
    text = "He said that, in the words of the mayor, the town had fallen."
    found = {item.links[-1].speaker: quote(text, item) for item in find(text)}
    assert found["the mayor"].endswith("the town had fallen")


def test_a_passive_may_be_put_into_what_is_said() -> None:
    text = "The town, the court was told by a nurse, had fallen."
    (one,) = find(text)
    assert one.links[-1].speaker == "a nurse"
    assert quote(text, one).endswith("had fallen")


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The mission said that, according to villagers, soldiers had burned the mill.",
            ["The mission", "villagers"],
        ),
        (
            "Villagers told the mission that soldiers had burned the mill, and that men were shot.",
            ["Villagers"],
        ),
        (
            "The minister urged the mayor to admit that soldiers had burned the mill.",
            ["The minister"],
        ),
    ],
)
def test_who_passes_words_on_stands_before_who_says_them(text: str, chain: list[str]) -> None:
    trigger = (text.index("burned"), text.index("burned") + 6)
    links = join_links(find_chain(find(text), trigger))
    assert [link.speaker for link in links] == chain
