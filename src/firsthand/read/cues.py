"""Cues: what a word of saying does to what is said, and where it says nothing."""

from spacy.tokens import Token

from firsthand.model.attributions import Role, Stance
from firsthand.model.spans import Part
from firsthand.read.frames import Frame, find_frames, is_negated
from firsthand.read.relays import is_outlet
from firsthand.text.parses import get_text

QUOTE = frozenset({"quote", "cite"})
# "The attack recalls the raid": what happens does not remember.
_EVENTS = frozenset(
    """
    attack assault raid shelling bombing killing murder massacre incident violence battle strike
    airstrike blast explosion shooting clash event war siege crash scene case trial
    """.split()
)
_MINDS = frozenset({"recall", "remember", "echo", "mark", "know", "fear", "hope", "believe"})
# "Names of eleven confirmed": what is said of these is said by others.
_NO_SAYERS = frozenset({"name", "identity", "death", "toll", "casualty", "injury", "fatality"})
_MISSING = frozenset({"missing", "dead", "killed", "wounded", "injured", "stolen", "lost"})
# "according to plan", "to their age": a measure, nobody who speaks.
MEASURES = frozenset(
    """
    plan schedule age rank size type sex gender ability need merit taste weight height wealth
    custom tradition habit principle procedure protocol method alphabet seniority income status
    skill script design degree kind colour color severity order way manner fashion
    """.split()
)
_MISTAKEN = frozenset(
    "wrongly falsely mistakenly erroneously incorrectly inaccurately untruthfully".split()
)
# "there is no truth in reports that"
_TRUTHS = frozenset({"truth", "basis", "foundation", "substance"})
_IMPERSONAL = frozenset(
    """
    early premature hard difficult easy possible impossible important necessary critical fair
    unfair right wrong safe reasonable
    """.split()
)
UNSURE = frozenset("unconfirmed unverified uncorroborated disputed".split())
NEVER_SPEAKERS = frozenset(
    {"there", "this", "that", "which", "what", "you", "anyone", "anybody", "whoever", "nobody"}
)
# What is not said is not denied: "did not confirm that" leaves it open. What is not thought is.
_NEGATED: dict[str, Stance] = {
    "say": "alleged",
    "claim": "alleged",
    "deny": "alleged",
    "warn": "alleged",
    "ask": "alleged",
    "think": "denied",
    "expect": "denied",
    "intend": "denied",
    "want": "denied",
    "demand": "denied",
}


def judge_cue(token: Token, frame: Frame) -> Stance:
    """Judge what a cue does to what is said, with the words beside it."""
    if is_negated(token):
        return _NEGATED.get(frame.kind, frame.stance)
    if any(child.lower_ in _MISTAKEN for child in token.children):
        return "denied"  # "wrongly said": who writes takes it back
    if token.dep_ == "xcomp" and token.head.lemma_ in ("appear", "seem"):
        return "alleged"
    if frame.pos == "noun" and any(child.lower_ in UNSURE for child in token.lefts):
        return "alleged"
    if frame.pos == "noun" and any(child.lower_ == "no" for child in token.lefts):
        return "alleged"  # "there is no evidence that": it stays open
    if frame.pos == "noun" and token.head.head.lower_ in _TRUTHS:
        return (
            "denied" if any(word.lower_ == "no" for word in token.head.head.lefts) else "asserted"
        )
    if frame.pos != "noun" or token.dep_ not in ("dobj", "nsubjpass"):
        return frame.stance
    denying = (found.kind == "deny" for found in find_frames(token.head))
    return "denied" if next(denying, False) else frame.stance


def is_no_saying(verb: Token, speaker: Token | None) -> bool:
    """Tell "the attack recalls", "a ship reported missing", "…, citing residents"."""
    if verb.lemma_ in QUOTE and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "amod"):
        return not any(child.lower_ == "as" for child in verb.rights)
    if speaker is None:
        return False
    if _is_reported_lost(verb) or _is_only_wanted(verb) or _gives_name(verb):
        return True
    if _was_asked(verb) or _is_said_of(verb, speaker):
        return True
    if speaker.lower_ == "it" and _has_to(verb) and verb.head.lower_ in _IMPERSONAL:
        return True  # "it is too early to tell whether"
    if speaker.head == verb and any(word.lower_ == "for" for word in verb.lefts):
        return True  # "it is time for the mayor to say"
    if speaker.lemma_.casefold() in _EVENTS and verb.lemma_ in _MINDS:
        return True
    return speaker.lower_ in NEVER_SPEAKERS


def _is_only_wanted(verb: Token) -> bool:
    """Tell "urged the mayor to admit that …": the mayor has not said it."""
    wanting = verb.head
    if verb.dep_ != "xcomp" or not _has_to(verb):
        return False
    if _was_asked(wanting):
        return True
    told = any(child.dep_ in ("dobj", "dative") for child in wanting.rights)
    return told and any(frame.kind == "demand" for frame in find_frames(wanting))


def _is_reported_lost(verb: Token) -> bool:
    """Tell "the ship reported missing in May", where nobody is named who reports."""
    if verb.lemma_ != "report" or verb.tag_ not in ("VBN", "VBD"):
        return False
    return verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in _MISSING


def _is_said_of(verb: Token, subject: Token) -> bool:
    """Tell a passive that lost its auxiliary: "19 dead, names of eleven confirmed"."""
    others = any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in verb.rights)
    return verb.tag_ in ("VBN", "VBD") and not others and subject.lemma_.casefold() in _NO_SAYERS


def _was_asked(verb: Token) -> bool:
    """Tell "Asked about the raid, the general said": others asked."""
    if verb.lemma_ not in ("ask", "press", "question") or verb.tag_ != "VBN":
        return False
    return verb.dep_ == "advcl" and not any(child.dep_ == "aux" for child in verb.lefts)


def _has_to(verb: Token) -> bool:
    return any(word.lower_ == "to" for word in verb.lefts)


def may_end_before(verb: Token, quotation: Part) -> bool:
    """Tell whether a quotation before a cue with its own clause may be its too.

    It is somebody else's where it ends a sentence, and the outer speaker's in "“…,” the mayor
    said, adding that".
    """
    if verb.tag_ == "VBG" and verb.dep_ == "advcl":
        return False
    return get_text(verb.doc)[quotation[1] - 1] != "."


def _gives_name(verb: Token) -> bool:
    """Tell "a group called Our Rivers"."""
    if verb.lemma_ != "call" or verb.tag_ == "VBG" or verb.dep_ != "acl":
        return False
    return any(child.dep_ == "oprd" and child.pos_ == "PROPN" for child in verb.rights)


def find_role(verb: Token, speaker: Token | None) -> Role:
    """Return "relay" for an outlet that quotes somebody else as saying something."""
    if verb.lemma_ not in QUOTE or speaker is None or not is_outlet(speaker):
        return "speaker"
    return "relay" if any(child.lower_ == "as" for child in verb.rights) else "speaker"
