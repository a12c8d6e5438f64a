"""Acts are found with their participants, in every form reports use."""

import pytest

from firsthand.errors import BrokenTable
from firsthand.model.acts import Act
from firsthand.read.acts import find_acts, find_triggers, kind_of
from firsthand.text.parses import parse_text


def read_one(text: str, act_type: str) -> Act:
    found = [act for act in find_acts(parse_text(text)) if act.type == act_type]
    assert len(found) == 1, [act.type for act in find_acts(parse_text(text))]
    return found[0]


def name_people(act: Act) -> tuple[list[str], list[str], list[str]]:
    agents = [person.text for person in act.agents]
    targets = [person.text for person in act.targets]
    return agents, targets, [thing.text for thing in act.instruments]


@pytest.mark.parametrize(
    ("text", "act_type", "agents", "targets", "means"),
    [
        (
            "Hundreds of Marenian troops raided the village with armored trucks.",
            "assault",
            ["Hundreds of Marenian troops"],
            ["the village"],
            ["armored trucks"],
        ),
        ("At least nine porters were killed.", "killing", [], ["At least nine porters"], []),
        ("Food deliveries were blocked.", "blocking_of_aid", [], ["Food deliveries"], []),
        (
            "We heard of shelling of family houses.",
            "shelling",
            [],
            ["family houses"],
            [],
        ),
        (
            "An attack by gunmen on a bus shocked Oster.",
            "assault",
            ["gunmen"],
            ["a bus"],
            [],
        ),
        (
            "Soldiers entered the market, killing and wounding many villagers.",
            "killing",
            ["Soldiers"],
            ["many villagers"],
            [],
        ),
        (
            "The general ordered troops to fire on the crowd.",
            "shooting",
            ["troops"],
            ["the crowd"],
            [],
        ),
        ("Forces who stormed the prison left.", "assault", ["Forces"], ["the prison"], []),
        (
            "Villagers were beaten with rifle butts by soldiers and militiamen.",
            "beating",
            ["soldiers", "militiamen"],
            ["Villagers"],
            ["rifle butts"],
        ),
        (
            "Barrel bombs were dropped on the market.",
            "bombing",
            [],
            ["the market"],
            ["Barrel bombs"],
        ),
        (
            "A Marenian airstrike killed two farmers.",
            "killing",
            ["Marenian"],
            ["two farmers"],
            ["A Marenian airstrike"],
        ),
        ("He was beaten to death by guards.", "killing", ["guards"], ["He"], []),
        ("A bus burned, leaving 20 dead.", "killing", [], ["20"], []),
        ("The bodies of 14 villagers were found.", "death", [], ["14 villagers"], []),
        ("Women were raped by militiamen.", "sexual_violence", ["militiamen"], ["Women"], []),
        ("Rebels fired rockets at the town.", "shelling", ["Rebels"], ["the town"], ["rockets"]),
        ("Shells struck the market.", "shelling", [], ["the market"], ["Shells"]),
        (
            "Soldiers forced the families out of their homes.",
            "displacement",
            ["Soldiers"],
            ["the families"],
            [],
        ),
    ],
)
def test_who_did_what_to_whom(
    text: str, act_type: str, agents: list[str], targets: list[str], means: list[str]
) -> None:
    assert name_people(read_one(text, act_type)) == (agents, targets, means)


def test_a_light_verb_gives_its_subject_to_the_noun() -> None:
    text = "The rebels launched their attack on Kadun."
    act = read_one(text, "assault")
    assert act.form == "light verb"
    assert name_people(act)[:2] == (["The rebels"], ["Kadun"])
    assert text[act.start : act.end] == "launched their attack"


@pytest.mark.parametrize(
    ("text", "act_type", "confidence", "by"),
    [
        ("Suspected militants abducted three teachers.", "abduction", "suspected", None),
        (
            "The army accused the rebels of shelling the market.",
            "shelling",
            "accused",
            "The army",
        ),
        (
            "The minister blamed the guerrillas for the raid.",
            "assault",
            "accused",
            "The minister",
        ),
        (
            "The Red Column claimed responsibility for the bombing of the station.",
            "bombing",
            "claimed",
            None,
        ),
        ("The ministry denied carrying out the attack on Kadun.", "assault", "denied", None),
        ("The police are believed to have tortured the detainees.", "torture", "suspected", None),
        ("The police tortured the detainees.", "torture", "stated", None),
    ],
)
def test_an_agent_is_as_sure_as_the_text_says(
    text: str, act_type: str, confidence: str, by: str | None
) -> None:
    act = read_one(text, act_type)
    assert [(agent.confidence, agent.by) for agent in act.agents] == [(confidence, by)]


@pytest.mark.parametrize(
    "text",
    [
        "Two people had a heart attack.",
        "The senator killed the bill.",
        "She shot a film in Oster.",
        "Nurses began a strike over pay.",
        "The company fired 200 employees.",
        "He shelled peas.",
        "The team beat Oster 3-1.",
        "The candidate attacked the plan.",
    ],
)
def test_words_of_violence_in_another_sense_say_no_act(text: str) -> None:
    assert find_acts(parse_text(text)) == ()


@pytest.mark.parametrize(
    ("text", "act_type", "kind"),
    [
        ("The government failed to protect the residents.", "failure_to_protect", "omission"),
        ("The troops did not respond to appeals for help.", "failure_to_act", "omission"),
        ("Peacekeepers refused to help the villagers.", "refusal_of_help", "omission"),
        ("Peacekeepers stood by.", "failure_to_act", "omission"),
        ("Marenia pledged to protect the residents.", "pledge", "obligation"),
        ("The state must protect civilians.", "duty", "obligation"),
        ("The residents deserve the right to life.", "right", "obligation"),
        ("The residents warned of an attack.", "warning", "warning"),
        ("The ministry knew that the army planned a raid.", "knowledge", "knowledge"),
        ("The bishop condemned the raid.", "condemnation", "response"),
    ],
)
def test_what_was_owed_or_left_undone_has_its_kind(text: str, act_type: str, kind: str) -> None:
    assert kind_of(read_one(text, act_type).type) == kind


def test_a_denied_predicate_is_negated() -> None:
    assert read_one("The army did not shell the village.", "shelling").negated


def test_nobody_is_no_target() -> None:
    act = read_one("No one was killed.", "killing")
    assert act.negated
    assert act.targets == ()


def test_a_noun_that_only_points_back_says_no_act() -> None:
    assert find_acts(parse_text("He spoke of the aftermath of the attack.")) == ()


def test_a_word_of_violence_is_a_trigger_even_without_an_act() -> None:
    text = "The aftermath of the attack was quiet."
    assert [text[start:end] for start, end in find_triggers(parse_text(text))] == ["attack"]


def test_words_of_an_upper_case_text_are_kept() -> None:
    text = "REBELS ATTACKED THE VILLAGE."
    doc = parse_text(text, shown="Rebels attacked the village.")
    act = find_acts(doc)[0]
    assert name_people(act)[:2] == (["REBELS"], ["THE VILLAGE"])


def test_an_unknown_type_has_no_kind() -> None:
    with pytest.raises(BrokenTable):
        kind_of("weather")


def test_a_telephone_is_not_hanged() -> None:
    assert not find_acts(parse_text("The driver hung up the phone."))


@pytest.mark.parametrize(
    ("text", "act_type", "agents", "targets"),
    [
        ("Medical supplies are held at a checkpoint.", "blocking_of_aid", [], ["Medical supplies"]),
        ("Nurses treated the wounded.", "aid", ["Nurses"], ["the wounded"]),
        ("A bomber blew himself up.", "suicide_bombing", ["A bomber"], []),
        ("The army besieged the town.", "siege", ["The army"], ["the town"]),
        ("A terrorist attack shook the port.", "assault", [], []),
    ],
)
def test_more_acts_have_their_type_and_people(
    text: str, act_type: str, agents: list[str], targets: list[str]
) -> None:
    act = read_one(text, act_type)
    assert [person.text for person in act.agents] == agents
    assert [person.text for person in act.targets] == targets


def test_joined_passives_share_their_agent() -> None:
    acts = find_acts(parse_text("The courier was abducted, tortured and killed by the militia."))
    assert [[agent.text for agent in act.agents] for act in acts] == [["the militia"]] * 3


def test_a_town_is_where_and_not_what_a_bomb_hits() -> None:
    act = read_one("A bomb exploded in Baghdad.", "explosion")
    assert act.targets == ()


def test_that_nobody_warned_is_no_denial_of_the_shooting() -> None:
    assert find_acts(parse_text("Nobody had a gun and no warning shots were fired.")) == ()
    assert find_acts(parse_text("No shots were fired."))[0].negated


def test_an_attempt_to_kill_is_an_assault() -> None:
    act = read_one("Gunmen tried to kill two judges.", "assault")
    assert name_people(act)[:2] == (["Gunmen"], ["two judges"])


def test_who_is_called_on_does_what_is_asked_of_them() -> None:
    act = read_one("The miners called on the army not to attack the town.", "assault")
    assert name_people(act)[:2] == (["the army"], ["the town"])


def test_what_somebody_was_convicted_of_is_not_in_their_name() -> None:
    act = read_one("A court convicted the officer of killing a student.", "killing")
    assert name_people(act)[:2] == (["the officer"], ["a student"])
