"""Stances tell how words are meant, by their own clause."""

import pytest

from firsthand.read.stances import judge_stance
from firsthand.text.parses import parse_text


def judge(text: str, words: str) -> tuple[str, list[str]]:
    start = text.index(words)
    stance, flags = judge_stance(parse_text(text), start, start + len(words))
    return stance, [flag.kind for flag in flags]


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("Soldiers burned the market.", "burned", "asserted"),
        ("Soldiers did not burn the market.", "burn", "denied"),
        ("Soldiers allegedly burned the market.", "burned", "alleged"),
        ("Soldiers will burn the market.", "burn", "predicted"),
        ("Soldiers could have burned the market.", "burned", "alleged"),
        ("Soldiers are believed to have burned the market.", "burned", "alleged"),
        ("A man suspected of burning the market was held.", "burning", "alleged"),
        ("The suspected shelling of the market is examined.", "shelling", "alleged"),
        ("Soldiers appear to have burned the market.", "burned", "alleged"),
        ("It is possible that soldiers burned the market.", "burned", "alleged"),
        ("Soldiers must have burned the market.", "burned", "alleged"),
        ("Soldiers should not have burned the market.", "burned", "denied"),
        ("Soldiers failed to burn the market.", "burn", "denied"),
        ("They left without burning the market.", "burning", "denied"),
        ("Soldiers are preparing to burn the market.", "burn", "predicted"),
        ("She asked soldiers not to burn the market.", "burn", "demanded"),
        ("Do not burn the market!", "burn", "demanded"),
        ("Did soldiers burn the market?", "burn", "conditional"),
        ("Why did soldiers burn the market?", "burn", "asserted"),
        ("Soldiers would have burned the market.", "burned", "conditional"),
        ("At no point did soldiers burn the market.", "burn", "denied"),
        ("Neither soldiers nor guards burned the market.", "burned", "denied"),
        ("It is not true that soldiers burned the market.", "burned", "denied"),
        ("It is true that soldiers burned the market.", "burned", "asserted"),
        ("They had nothing to do with the shelling.", "shelling", "denied"),
        ("Soldiers are going to burn the market.", "burn", "predicted"),
        ("An assault on the market is imminent.", "assault", "predicted"),
        ("Soldiers have to leave the market.", "have", "demanded"),
        ("Leave the market at once!", "Leave", "demanded"),
        ("Should soldiers burn the market, she will speak.", "burn", "conditional"),
        ("Had soldiers burned the market, she would have seen it.", "burned", "conditional"),
        ("In case soldiers burn the market, she will speak.", "burn", "conditional"),
        ("The verdict was a disgrace.", "The verdict was a disgrace", "opinion"),
        ("The verdict was late.", "The verdict was late", "asserted"),
        ("Soldiers must leave the market.", "leave", "demanded"),
        ("She will speak if soldiers burn the market.", "burn", "conditional"),
        ("They made a plan to burn the market.", "burn", "predicted"),
        ("They made a plan to close the market and expel the traders.", "expel", "predicted"),
        ("Troops carried out an order to burn the market.", "burn", "asserted"),
        ("The cable names the possibility of injuries in clashes.", "clashes", "predicted"),
        ("She spoke of the risk of a massacre.", "massacre", "predicted"),
        ("She spoke of the day of the massacre.", "massacre", "asserted"),
        ("The envoy described the plan as unwise.", "the plan as unwise", "opinion"),
        ("They described the guard as quiet.", "the guard as quiet", "asserted"),
        ("In our view, the mission betrayed them.", "betrayed", "opinion"),
        ("In our view, the army killed them.", "killed", "asserted"),
        ("Not one shot was fired at the market.", "fired", "denied"),
        ("The rumour that soldiers burned the market proved false.", "burned", "denied"),
        ("The rumour that soldiers burned the market proved true.", "burned", "asserted"),
        ("The truce prevented soldiers from burning the market.", "burning", "denied"),
    ],
)
def test_a_clause_tells_how_it_is_meant(text: str, words: str, stance: str) -> None:
    assert judge(text, words)[0] == stance


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Soldiers did not burn the market.", "burn", "negation"),
        ("Soldiers allegedly burned the market.", "burned", "hedge"),
        ("Soldiers will burn the market.", "burn", "future"),
        ("Soldiers must leave the market.", "leave", "demand"),
        ("She will speak if soldiers burn it.", "burn", "condition"),
        ("The barbaric soldiers burned the market.", "burned", "opinion"),
        ("The regime burned the market.", "burned", "loaded"),
    ],
)
def test_words_beside_a_claim_flag_it(text: str, words: str, kind: str) -> None:
    assert kind in judge(text, words)[1]


def test_opinion_words_never_change_a_stance() -> None:
    assert judge("The barbaric soldiers burned the market.", "burned")[0] == "asserted"


def test_a_span_outside_the_text_is_asserted_without_flags() -> None:
    assert judge_stance(parse_text(""), 3, 9) == ("asserted", ())


def test_a_tone_is_no_flag() -> None:
    assert judge("Indeed, soldiers burned it.", "burned")[1] == []


def test_what_happened_is_no_opinion_however_it_is_called() -> None:
    text = "The bishop called the killing an insult to the dead."
    assert judge(text, "killing")[0] == "asserted"
    assert (
        judge("The bishop called the verdict an insult.", "the verdict an insult")[0] == "opinion"
    )


def test_what_somebody_is_called_on_to_do_is_demanded() -> None:
    text = "The miners called on the army not to attack the town."
    assert judge(text, "attack")[0] == "demanded"
