"""Slots: which words stand in which place around a verb or noun."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from firsthand.lexicon.acts import is_act_noun, load_class

Slots = dict[str, tuple[Token, ...]]

# With these verbs the object does what the infinitive or "of …ing" says ("ordered troops to
# fire", "accused him of killing"), so in the passive their subject does.
OBJECT_CONTROL = load_class("object_control")
# These verbs need an object: "hundreds wounded" is a passive that lost its auxiliary.
NEED_OBJECT = load_class("need_object")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# After these a clause has a subject of its own, even where the parser did not find it.
_FINITE_MARKS = frozenset({"as", "because", "although", "though", "since"})
# "called on the army to stop", "appealed to the rebels to leave".
_CALLING = frozenset({"call", "appeal"})
# Joined verbs nearer than this many words are one breath.
_NEAR_VERB = 4
_JUDGEMENTS = frozenset({"terrorist", "extremist", "enemy"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_PREPOSITION_ARCS = frozenset({"prep", "agent", "dative"})


def find_slots(trigger: Token) -> Slots:
    """Return what fills each slot of a word that says an act."""
    if trigger.pos_ == "ADJ":
        return _adjective_slots(trigger)
    if trigger.pos_ in ("VERB", "AUX") and not is_gerund_noun(trigger):
        return _verb_slots(trigger)
    return _noun_slots(trigger)


def is_gerund_noun(verb: Token) -> bool:
    """Tell whether an -ing form stands as a noun: "the shelling of the town"."""
    if verb.tag_ != "VBG" or any(child.dep_ in ("dobj", "aux") for child in verb.children):
        return False
    return any(child.dep_ in ("det", "poss") or child.lower_ == "of" for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Tell whether the thing done to is the grammatical subject of a verb."""
    arcs = {child.dep_ for child in verb.children}
    if arcs & {"nsubjpass", "auxpass"}:
        return True
    if verb.tag_ not in ("VBN", "VBD") or "dobj" in arcs or _shared_object(verb):
        return False
    aimed = not _is_deadly(verb) and any(_aims(child) for child in verb.rights)
    if verb.lemma_ in NEED_OBJECT and not aimed and "nsubj" in arcs and "ccomp" not in arcs:
        return True
    if verb.tag_ != "VBN" or "nsubj" in arcs:
        return False
    if verb.dep_ in ("acl", "amod") or "agent" in arcs:
        return True
    if verb.lemma_ in NEED_OBJECT:
        return True
    if verb.dep_ == "conj" and "aux" not in arcs:
        return is_passive(verb.head)
    return False


def _aims(preposition: Token) -> bool:
    """Tell whether a preposition leads to what is aimed at: "fired on them", not "on Tuesday".

    "Mourners shot at checkpoint": a noun without its article is a headline's, and headlines tell
    what somebody did in the present tense.
    """
    if preposition.lower_ not in ("at", "on", "into"):
        return False
    return not any(
        child.ent_type_ in ("DATE", "TIME") or (child.tag_ == "NN" and not list(child.lefts))
        for child in preposition.rights
    )


def _is_deadly(verb: Token) -> bool:
    """Tell "four shot dead", which leaves no room for what is aimed at."""
    return any(child.lower_ == "dead" and child.i == verb.i + 1 for child in verb.rights)


def is_left(adjective: Token) -> bool:
    """Tell whether an adjective after a noun says how it was left: "leaving 20 dead"."""
    noun = adjective.head
    left = noun.dep_ == "dobj" and noun.head.lemma_ == "leave"
    return left and adjective.dep_ == "amod" and adjective.i > noun.i


def with_joined(heads: Iterable[Token]) -> tuple[Token, ...]:
    """Return nouns with those joined to them by "and"; a pronoun that relates is resolved."""
    found: list[Token] = []
    for head in heads:
        found.extend(_joined(_antecedent(head)))
    return tuple(dict.fromkeys(found))


def _verb_slots(verb: Token) -> Slots:
    slots = _prepositions(verb)
    passive = is_passive(verb)
    objects = with_joined(child for child in verb.children if child.dep_ in ("dobj", "dative"))
    subject = with_joined(_subject(verb))
    if passive:
        slots["passive"] = (verb,)
        slots["obj"] = subject or objects
        slots["subj"] = slots.get("by", ()) or _nested_agents(verb) or _shared_agents(verb)
    elif objects and not subject and _follows_quotation(verb):
        slots["subj"] = objects
    else:
        slots["obj"] = objects or _shared_object(verb)
        slots["subj"] = subject
    slots["part"] = tuple(child for child in verb.children if child.dep_ == "prt")
    slots["adv"] = tuple(child for child in verb.children if child.dep_ in ("advmod", "npadvmod"))
    for arc in ("oprd", "xcomp", "ccomp"):
        slots[arc] = tuple(child for child in verb.children if child.dep_ == arc)
    return {slot: tokens for slot, tokens in slots.items() if tokens}


def _follows_quotation(verb: Token) -> bool:
    """Tell whether a verb stands right after words in quotation marks: “…,” warned the mayor."""
    return verb.i > 0 and verb.nbor(-1).is_quote


def _nested_agents(verb: Token) -> tuple[Token, ...]:
    """Return agents that the parser hung on another phrase: "beaten with sticks by guards"."""
    for preposition in verb.rights:
        for noun in preposition.rights if preposition.dep_ == "prep" else ():
            agents = _prepositions(noun).get("by", ()) if not is_act_noun(noun.lemma_) else ()
            if agents:
                return agents
    return ()


def _shared_agents(verb: Token) -> tuple[Token, ...]:
    """Return the agents that joined passives share: "seized, tortured and killed by guards"."""
    for other in verb.children:
        if other.dep_ != "conj" or other.tag_ != "VBN" or other.i - verb.i > _NEAR_VERB:
            continue
        if not any(child.dep_ in _SUBJECTS for child in other.children):
            return _prepositions(other).get("by", ()) or _shared_agents(other)
    return ()


def _noun_slots(noun: Token) -> Slots:
    slots = _prepositions(noun)
    for agent in slots.get("by", ()):
        # "an attack by rebels on the town": the parser hangs "on" on the rebels.
        lent = _prepositions(agent)
        slots.update({name: lent[name] for name in ("on", "against") if name in lent})
    slots["poss"] = with_joined(child for child in noun.children if child.dep_ == "poss")
    before = tuple(c for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod", "nummod"))
    slots["mod"] = before
    slots["weapon"] = _pick(before, "weaponry")
    slots["people"] = _pick(before, "people")
    forces = set(_pick(before, "force"))
    slots["led_by"] = (noun.head,) if noun.dep_ == "pobj" else ()
    slots["force"] = tuple(c for c in before if (c in forces or _is_nation(c)) and not _judges(c))
    return {slot: tokens for slot, tokens in slots.items() if tokens}


def _adjective_slots(adjective: Token) -> Slots:
    """Return the noun of which an adjective is said; nothing where it only stands before one."""
    verb = adjective.head
    if adjective.dep_ == "acomp" and verb.pos_ in ("VERB", "AUX"):
        return {"subj": with_joined(_subject(verb))}
    if is_left(adjective):
        return {"subj": (verb,)}
    if adjective.dep_ in ("oprd", "ccomp", "xcomp") and verb.pos_ == "VERB":
        own = tuple(child for child in adjective.children if child.dep_ in _SUBJECTS)
        done_to = with_joined(own or [c for c in verb.children if c.dep_ == "dobj"])
        cause = with_joined(_subject(verb)) if verb.lemma_ == "leave" else ()
        cause = tuple(word for word in cause if word.lemma_ not in load_class("place"))
        return {"subj": done_to, "cause": cause} if cause else {"subj": done_to}
    return {}


def _pick(tokens: Iterable[Token], name: str) -> tuple[Token, ...]:
    words = load_class(name)
    return tuple(token for token in tokens if token.lemma_.casefold() in words)


def _judges(token: Token) -> bool:
    """Tell whether a word before a noun judges the act and names nobody: "terrorist attack"."""
    return token.lower_ in _JUDGEMENTS and not any(child.i < token.i for child in token.children)


def _is_nation(token: Token) -> bool:
    """Tell whether a word before a noun names whose it is: "Marenian shelling", "US raid"."""
    return token.ent_type_ in ("NORP", "ORG") or (token.ent_type_ == "GPE" and token.is_upper)


def _prepositions(head: Token) -> Slots:
    slots: dict[str, list[Token]] = {}
    for child in head.children:
        if child.dep_ not in _PREPOSITION_ARCS or child.pos_ not in ("ADP", "SCONJ", "PART"):
            continue
        nested = (inner for inner in child.children if inner.dep_ == "prep")
        holders = (child, *nested) if child.lower_ == "out" else (child,)
        objects = [inner for holder in holders for inner in holder.rights if inner.dep_ == "pobj"]
        slots.setdefault(child.lower_, []).extend(with_joined(objects))
    return {name: tuple(tokens) for name, tokens in slots.items()}


def _subject(verb: Token) -> tuple[Token, ...]:
    own = tuple(child for child in verb.children if child.dep_ in _SUBJECTS)
    if own:
        return own
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return ()
    if verb.dep_ in ("acl", "amod", "relcl"):
        return (verb.head,) if verb.head.pos_ in ("NOUN", "PROPN", "PRON") else ()
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _misread_subject(verb) or _subject(verb.head)
    if any(child.lower_ in _FINITE_MARKS for child in verb.lefts):
        return ()
    if verb.dep_ in ("advcl", "xcomp", "ccomp", "pcomp") and verb.tag_ in ("VBG", "VB", "VBN"):
        return _controller(verb)
    return ()


def _misread_subject(verb: Token) -> tuple[Token, ...]:
    """Return the subject after "as" that the parser takes for its object: "as the sick die"."""
    before = verb.nbor(-1)
    return (before,) if before.dep_ == "pobj" and before.head.lower_ in ("as", "while") else ()


def _controller(verb: Token) -> tuple[Token, ...]:
    """Return who does what a verb without a subject says: somebody of the verb above it."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if above.pos_ in ("NOUN", "PROPN") and above.head.lemma_ in OBJECT_CONTROL:
        # "accused the rebels of shelling", with "of" hung on the rebels by the parser.
        return (above,) if above.dep_ in ("dobj", "nsubjpass") else ()
    if above.pos_ not in ("VERB", "AUX") or above == verb:
        return ()
    if verb.dep_ == "advcl" and is_passive(above):
        return _prepositions(above).get("by", ())
    if above.lemma_ in _CALLING and verb.tag_ == "VB":
        called = _prepositions(above)
        return called.get("on", ()) or called.get("upon", ()) or called.get("to", ())
    if above.lemma_ in OBJECT_CONTROL and verb.dep_ != "advcl":
        objects = tuple(child for child in above.children if child.dep_ in ("dobj", "dative"))
        if objects:
            return objects
    return _subject(above)


def _shared_object(verb: Token) -> tuple[Token, ...]:
    """Return the object that joined verbs share: "killed and wounded many"."""
    for other in verb.children:
        if other.dep_ == "conj" and other.pos_ == "VERB" and other.i - verb.i <= 3:
            return with_joined(child for child in other.children if child.dep_ == "dobj")
    return ()


def _antecedent(token: Token) -> Token:
    if token.lower_ not in _RELATIVES:
        return token
    if token.lower_ == "which" and token.nbor(-1).ent_type_ in ("GPE", "ORG"):
        # "a violation of the duties of X which had promised": right after a name it is the name.
        return token.nbor(-1)
    for ancestor in token.ancestors:
        if ancestor.dep_ == "relcl":
            return ancestor.head
    return token


def _joined(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ != "conj" or child.pos_ not in ("NOUN", "PROPN", "PRON", "NUM"):
            continue
        if is_act_noun(child.lemma_) == is_act_noun(head.lemma_):
            yield from _joined(child)
