"""Outcomes: the words that say people were harmed, each with those whom it befell."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from msgspec import Struct, structs
from spacy.tokens import Doc, Token

from firsthand.lexicon.tables import load_table
from firsthand.model.casualties import Outcome
from firsthand.read.groups import COLLECTIVES
from firsthand.read.patients import find_patients, is_fatal
from firsthand.read.prospects import is_attempted_killing

# What may come true or not: a count under it is told, a single victim under it is not.
_ATTEMPTS = frozenset(
    [
        *("try", "attempt", "want", "plan", "threaten", "intend", "conspire", "vow", "plot"),
        *("seek", "refuse", "fail", "order", "urge", "decide", "hope", "prepare", "aim"),
        *("attempted", "attempt", "threat", "plot", "plan", "order", "intent"),
    ]
)
_BLOWS = frozenset({"shoot", "stab", "beat", "strangle", "bludgeon"})
_UNREAL = frozenset({"if", "unless", "whether", "nearly", "almost"})
_HURTING = frozenset({"wound", "injure", "hurt"})
# What may stand between those counted and the word that says what befell them.
_BETWEEN = frozenset(
    ["were", "was", "are", "is", "left", "critically", "seriously", "badly", "fatally", "also"]
)
_PICTURES = frozenset(
    ["video", "photo", "picture", "image", "camera", "footage", "film", "tape", "photograph"]
)
_DENIALS = frozenset({"without", "not", "n't", "never", "no", "nor", "avoid", "prevent"})


class Harm(Struct, frozen=True, kw_only=True):
    """A word of harm with the heads of the words for those whom it befell, if the tree tells.

    `real` is false where the words do not say that it happened: attempts, plans, conditions.
    """

    token: Token
    outcome: Outcome
    harmed: tuple[Token, ...]
    pattern: str
    real: bool = True
    negated: bool = False


def find_harms(doc: Doc) -> Iterator[Harm]:
    """Find each word of harm with those it befell, in the order of the text."""
    harms = [harm for token in doc if (harm := _read_harm(token)) is not None]
    yield from _settle(harms)


def _read_harm(token: Token) -> Harm | None:
    entry = _look_up(token)
    if entry is None:
        return None
    outcome, harmed = entry
    if (token.lemma_ == "capture" and _is_pictured(token)) or is_attempted_killing(token):
        return None
    fatal = is_fatal(token)
    if harmed in ("fatal", "fatal_of") and not fatal:
        return None
    return Harm(
        token=token,
        outcome="killed" if fatal and outcome == "injured" else outcome,
        harmed=tuple(dict.fromkeys(_find_harmed(token, harmed))),
        pattern=f"{harmed} of {token.lemma_}",
        real=not _is_open(token),
        negated=_is_negated(token),
    )


def _find_harmed(token: Token, harmed: str) -> list[Token]:
    """Find whom a harm befell; in "shot and killed" both words are said of the same people."""
    before = _find_first_blow(token)
    shared = list(find_patients(before, "object")) if before is not None else []
    return shared or list(find_patients(token, harmed))


def _find_first_blow(token: Token) -> Token | None:
    """Find "shot" before "killed" where nothing but a comma or "and" stands between them."""
    if token.lemma_ != "kill" or token.tag_ not in ("VBN", "VBD") or token.i < 2:
        return None
    joined = token.nbor(-1).lower_ in (",", "and", "&", "then")
    blow = token.nbor(-2)
    return blow if joined and blow.lemma_ in _BLOWS and blow.tag_ == token.tag_ else None


def _settle(harms: list[Harm]) -> Iterator[Harm]:
    """Leave those whom a harm killed out of the wounded: "shot and killed", "wounded and died".

    "Killed and wounded many" tells of both; "killed and wounded 30" of 30 in all, so of neither
    alone (outcome other).
    """
    nouns = {harm.token for harm in harms if harm.token in harm.harmed}
    by_head: dict[Token, list[Harm]] = defaultdict(list)
    for harm in harms:
        for head in harm.harmed:
            by_head[head].append(harm)
    for harm in harms:
        kept = [
            head
            for head in harm.harmed
            if not _is_overtaken(harm, by_head[head])
            and not _has_its_own(harm, head, by_head[head])
            and (head == harm.token or head not in nouns)
        ]
        yield structs.replace(harm, harmed=tuple(kept))


def _is_overtaken(harm: Harm, rivals: list[Harm]) -> bool:
    if harm.outcome != "injured":
        return False
    return any(
        other.outcome == "killed"
        and not _is_joint(harm, other)
        and not (harm.token in other.token.conjuncts and other.token.i < harm.token.i)
        for other in rivals
    )


def _is_joint(harm: Harm, other: Harm) -> bool:
    """Tell "civilians were wounded and killed" from one who was wounded and died of it."""
    plural = any(
        head.tag_ in ("NNS", "NNPS") or head.lemma_.casefold() in COLLECTIVES
        for head in harm.harmed
    )
    joined = harm.token in other.token.conjuncts
    return plural and joined and harm.token.lemma_ in _HURTING and other.token.lemma_ == "kill"


def _has_its_own(harm: Harm, head: Token, rivals: list[Harm]) -> bool:
    """Tell "one killed and three injured" apart: the three have a word of harm of their own.

    So have the ten in "recovered five bodies and ten injured people".
    """
    if _is_told_next(harm, head):
        return True
    if head.dep_ != "conj" or harm.token in head.children:
        return False
    beside = [_look_up(word) for word in head.children if word.dep_ == "amod"]
    if any(entry is not None and entry[0] != harm.outcome for entry in beside):
        return True
    return any(
        other.token in head.children and other.token.dep_ == "acl" and other.outcome != harm.outcome
        for other in rivals
    )


def _is_told_next(harm: Harm, head: Token) -> bool:
    """Tell "Man killed, 4 others injured" apart, where the tree gives the others to both."""
    place = head.i + 1
    while place < len(head.doc) and head.doc[place].lower_ in _BETWEEN:
        place += 1
    if harm.token.i > head.i or place >= len(head.doc):
        return False
    word = head.doc[place]
    entry = _look_up(word) if word.tag_ in ("VBN", "VBD", "JJ", "NNP") else None
    if entry is None or any(child.dep_ == "dobj" for child in word.children):
        return False
    return {entry[0], harm.outcome} == {"killed", "injured"}


def _is_pictured(token: Token) -> bool:
    words = (word for child in token.children if child.dep_ == "prep" for word in child.children)
    return any(word.lemma_.casefold() in _PICTURES for word in words)


def _is_open(token: Token) -> bool:
    """Tell whether a word of harm is tried, planned, feared to come or thought of only."""
    predicate = token.dep_ in ("acomp", "attr", "oprd") and token.head.pos_ == "AUX"
    children = [*token.children, *(token.head.children if predicate else ())]
    if any(child.tag_ == "MD" or child.lower_ in _ATTEMPTS for child in children):
        return True
    if any(child.lower_ in _UNREAL for child in children):
        return True
    if token.dep_ == "conj" and token.tag_ == "VB" and token.head.tag_ == "VB":
        # "fired to harm or kill somebody"
        return _is_open(token.head)
    head = token.head
    if token.dep_ in ("xcomp", "acl", "pcomp", "prep", "pobj", "dobj", "advcl", "conj", "ccomp"):
        infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)
        if infinitive and not any(child.lower_ == "have" for child in token.children):
            return not (head.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in head.children))
    return head.lemma_.casefold() in _ATTEMPTS and token.dep_ in ("dobj", "pobj", "xcomp", "acl")


def _is_negated(token: Token) -> bool:
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    if verb != token and token.dep_ in ("nsubj", "nsubjpass"):
        # "The murder was never solved" denies no murder.
        return token.head.lower_ in _DENIALS
    if any(child.dep_ == "neg" or child.lower_ in ("not", "never") for child in verb.children):
        return True
    return token.head.lower_ in _DENIALS and token.dep_ in ("pcomp", "pobj", "xcomp", "dobj")


def _look_up(token: Token) -> tuple[Outcome, str] | None:
    if token.dep_ == "compound":
        return None
    lemma = token.lemma_.casefold()
    verb = _load_outcomes().get((lemma, "verb")) or _load_outcomes().get((token.lower_, "verb"))
    state = _load_outcomes().get((token.lower_, "adj"))
    if token.pos_ in ("VERB", "AUX") and verb is not None:
        return verb
    if state is not None and token.tag_ not in ("VBD", "VBP", "VBZ"):
        return state
    pos = {"NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}.get(token.pos_, "")
    if (lemma, pos) in _load_outcomes():
        return _load_outcomes()[lemma, pos]
    return verb if token.tag_ in ("VBN", "VBD") else None


@cache
def _load_outcomes() -> dict[tuple[str, str], tuple[Outcome, str]]:
    return {
        (row["word"], row["pos"]): (row["outcome"], row["harmed"])  # type: ignore[misc]
        for row in load_table("outcomes")
        if row["harmed"] != "none"
    }
