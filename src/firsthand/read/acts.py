"""Acts: what the predicates of a report say was done, by whom, to whom, with what."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from firsthand.errors import BrokenTable
from firsthand.lexicon.acts import ANYTHING, Condition, Frame, load_class, load_frames
from firsthand.lexicon.tables import load_table
from firsthand.model.acts import Act, Confidence, Form, Participant
from firsthand.model.claims import Kind
from firsthand.model.spans import Part
from firsthand.read.asides import is_asked, is_general, is_purpose_of_noun
from firsthand.read.duties import find_duties
from firsthand.read.participants import is_suspected, name_participant
from firsthand.read.prospects import is_attempted_killing
from firsthand.read.slots import Slots, find_slots, is_gerund_noun, is_left, is_passive
from firsthand.read.ties import Tie, find_ties

_POINTERS = frozenset({"the", "this", "that", "these", "those", "such", "its", "their"})
_NEGATIONS = frozenset({"no", "nobody", "none", "nothing", "never", "neither", "without", "zero"})


def find_acts(doc: Doc) -> tuple[Act, ...]:
    """Find every predicate of a report that says something a claim of ours is about."""
    acts = [act for token in doc if (act := _read_act(token)) is not None]
    taken = {act.start for act in acts}
    acts.extend(act for act in find_duties(doc) if act.start not in taken)
    return tuple(sorted(acts, key=lambda act: (act.start, act.end)))


def find_triggers(doc: Doc) -> tuple[Part, ...]:
    """Find all words of violence or harm, whether or not they say an act here."""
    return tuple((token.idx, token.idx + len(token)) for token in doc if _is_trigger(token))


def kind_of(act_type: str) -> Kind:
    """Tell what kind of claim an act of this type makes."""
    for row in load_table("act_types"):
        if row["type"] == act_type:
            kind: Kind = row["kind"]  # type: ignore[assignment]  # checked by the table's test
            return kind
    raise BrokenTable(f"lexicon/act_types.tsv has no type {act_type}. Add it, or mend acts.tsv.")


def _is_trigger(token: Token) -> bool:
    lemma = token.lemma_.casefold()
    if lemma in load_class("violence") or token.lower_ in load_class("violence"):
        return True
    return any(frame.type for frame in _find_frames(token)) and lemma not in load_class("everyday")


def _read_act(token: Token) -> Act | None:
    frames = _find_frames(token)
    before = token.dep_ in ("amod", "compound") and not is_left(token)
    if not frames or before or _is_group(token):
        return None
    if (token.i > 0 and token.nbor(-1).text == "-") or is_asked(token) or is_general(token):
        return None
    slots = find_slots(token)
    frame = next((frame for frame in frames if _holds(frame, slots, token)), None)
    if frame is None or frame.type is None or (token.pos_ == "ADJ" and not slots):
        return None
    act = _make_act(token, frame, slots)
    if _only_refers(token, act) or (act.negated and _says_nothing_done(act, slots)):
        return None
    if kind_of(act.type) == "response" and is_purpose_of_noun(token):
        return None
    return act


def _says_nothing_done(act: Act, slots: Slots) -> bool:
    """Tell what denies no deed: "did not know", "no warning shots were fired" by those who shot."""
    warned = (word for head in slots.get("obj", ()) for word in head.lefts)
    return act.type == "knowledge" or any(word.lower_ == "warning" for word in warned)


def _is_group(token: Token) -> bool:
    """Tell whether a participle stands for people: "help the wounded"."""
    return token.tag_ == "VBN" and any(child.dep_ == "det" for child in token.lefts)


def _only_refers(noun: Token, act: Act) -> bool:
    """Tell whether a noun only points back at an act ("the aftermath of the strike")."""
    if act.form != "nominal" or noun.pos_ != "NOUN" or act.agents or act.targets:
        return False
    if noun.dep_ == "nsubj" and noun.head.lemma_ in load_class("happen"):
        return False
    return any(child.lower_ in _POINTERS for child in noun.lefts)


def _make_act(token: Token, frame: Frame, slots: Slots) -> Act:
    roles = {role: _fill(slots, names) for role, names in frame.roles}
    ties = tuple(find_ties(token))
    agents = roles.get("agent", ())
    if all(agent.pos_ == "PRON" for agent in agents):
        agents = next((tie.agents for tie in ties if tie.agents), agents)
    doers, means = _split_means((*agents, *_find_events(token, slots)))
    targets = tuple(target for target in roles.get("target", ()) if not _is_site(target))
    targets = targets or next((tie.targets for tie in ties if tie.targets), ())
    form = _name_form(token, ties)
    start, end = _trigger_part(token, ties)
    return Act(
        type="assault" if is_attempted_killing(token) else frame.type or "",
        form=form,
        start=start,
        end=end,
        agents=_name_agents(doers, means, ties),
        targets=_name_all(targets),
        instruments=_name_all(_find_means(means, roles.get("instrument", ()))),
        negated=_is_negated(token, slots),
        pattern=f"{form} {frame.word}",
    )


def _is_site(target: Token) -> bool:
    """Tell whether a place is only where it happened: "exploded in Kadun", "near Oster"."""
    near = target.dep_ == "pobj" and target.head.lower_ in ("in", "near", "outside")
    return near and target.ent_type_ in ("GPE", "LOC")


def _find_events(token: Token, slots: Slots) -> tuple[Token, ...]:
    """Find the act in which another one happened: "killed in an air strike"."""
    if token.pos_ != "VERB":
        return ()
    near = (event for name in ("in", "during", "by") for event in slots.get(name, ()))
    return tuple(event for event in near if event.lemma_.casefold() in load_class("instrument"))


def _split_means(agents: Sequence[Token]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Part people from the things and events that did it, whose own agents then count."""
    things = load_class("instrument")
    means = tuple(a for a in agents if a.lemma_.casefold() in things or a.lower_ in things)
    people = [agent for agent in agents if agent not in means]
    for event in means if not people else ():
        people.extend(_fill(find_slots(event), ("by", "poss", "force")))
    return tuple(people), means


def _find_means(means: Sequence[Token], named: Sequence[Token]) -> tuple[Token, ...]:
    """Put means together, without what "with" also leads to: "with the knowledge of officers"."""
    no_means = load_class("no_means")
    fitting = (token for token in named if token.lemma_.casefold() not in no_means)
    return tuple(dict.fromkeys((*means, *fitting)))


def _name_agents(
    doers: Sequence[Token], means: Sequence[Token], ties: Sequence[Tie]
) -> tuple[Participant, ...]:
    """Name the agents with how surely, and by whom, they are tied to the act."""
    sure: Confidence = next((tie.confidence for tie in ties if tie.confidence), "stated")
    if any(is_suspected(event) for event in means):
        sure = "suspected"
    accusers = (name_participant(tie.by) for tie in ties if tie.by is not None and tie.confidence)
    by = next((accuser.text for accuser in accusers if accuser is not None), None)
    named = (name_participant(doer, sure, by) for doer in doers)
    return tuple(participant for participant in named if participant is not None)


def _trigger_part(token: Token, ties: Sequence[Tie]) -> Part:
    """Return the words that say the act, with a light verb just before the noun."""
    start, last = token.idx, token
    verb = token.head
    for child in token.rights:
        if child.i == token.i + 1 and (child.dep_ == "prt" or child.lower_ == "fire"):
            last = child
    light = token.dep_ == "dobj" and any(tie.light and tie.word == verb.lemma_ for tie in ties)
    if light and 0 < token.i - verb.i <= 4:
        start = verb.idx
    return start, last.idx + len(last)


def _name_all(tokens: Sequence[Token]) -> tuple[Participant, ...]:
    named = (name_participant(token) for token in tokens)
    return tuple(participant for participant in named if participant is not None)


def _find_frames(token: Token) -> Sequence[Frame]:
    pos = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}.get(token.pos_)
    if pos is None:
        return ()
    found = (load_frames().get((lemma, pos), ()) for lemma in _list_lemmas(token))
    return next((frames for frames in found if frames), ())


def _list_lemmas(token: Token) -> Iterator[str]:
    """List what a word may be a form of: the parser takes "raped" for a form of "rap"."""
    word = token.lower_
    if token.pos_ == "VERB" and word.endswith("ed"):
        yield from (word[:-1],) if word[:-1] in load_class("violence") else ()
    yield token.lemma_.casefold()


def _holds(frame: Frame, slots: Slots, trigger: Token) -> bool:
    return all(_meets(condition, slots, trigger) for condition in frame.conditions)


def _meets(condition: Condition, slots: Slots, trigger: Token) -> bool:
    if condition.slots == ("doc",):
        return bool(_words_of(trigger.doc) & condition.words) is not condition.absent
    fillers = [token for slot in condition.slots for token in slots.get(slot, ())]
    met = any(
        ANYTHING in condition.words or token.lemma_.casefold() in condition.words
        for token in fillers
    )
    return met is not condition.absent


def _words_of(doc: Doc) -> frozenset[str]:
    return frozenset(token.lower_ for token in doc)


def _fill(slots: Slots, names: Sequence[str]) -> tuple[Token, ...]:
    return next((slots[name] for name in names if name in slots), ())


def _name_form(token: Token, ties: Sequence[Tie]) -> Form:
    if token.pos_ not in ("VERB", "AUX") or is_gerund_noun(token):
        return "light verb" if any(tie.light for tie in ties) else "nominal"
    if token.tag_ == "VB" and any(child.lower_ == "to" for child in token.lefts):
        return "infinitive"
    if token.dep_ in ("acl", "amod") or (token.tag_ == "VBG" and token.dep_ in ("advcl", "pcomp")):
        return "participle"
    if is_passive(token):
        return "passive"
    return "active"


def _is_negated(token: Token, slots: Slots) -> bool:
    if any(child.dep_ == "neg" or child.lower_ in _NEGATIONS for child in token.children):
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "without":
        return True
    nearest = (*slots.get("subj", ()), *slots.get("obj", ()))
    return any(
        head.lower_ in _NEGATIONS or any(child.lower_ == "no" for child in head.lefts)
        for head in nearest
    )
