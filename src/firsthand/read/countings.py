"""Countings: the figures that somebody gives or counted: "put the toll at 34", "registered 22"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

# "put the toll at 34": what is put at a number.
_TOLLS = frozenset(
    """
    toll number figure count tally total dead death casualty wounded injured loss estimate
    """.split()
)
# "registered 22 deaths": what somebody counts themselves.
_COUNTED = _TOLLS | frozenset("body corpse fatality victim injury killing killed murder".split())
_COUNTING = frozenset({"register", "record", "document", "count", "tally", "verify", "confirm"})
_CIRCUMSTANCES = frozenset({"prep", "npadvmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINING = frozenset({"and", "but", "while", "whereas"})


def find_counted(cue: Token, takes: frozenset[str]) -> Iterator[Token]:
    """Yield the figures that a cue gives in the places its frame names."""
    if "figure" in takes:
        yield from find_figure(cue)
    if "tally" in takes:
        yield from find_tally(cue)


def find_figure(cue: Token) -> Iterator[Token]:
    """Yield a toll with the number it is put at: "put the toll at 34"."""
    toll = next((word for word in cue.children if word.dep_ in ("dobj", "nsubjpass")), None)
    if toll is None or not any(word.lemma_ in _TOLLS for word in toll.subtree):
        return
    words = dict.fromkeys((*cue.rights, *toll.subtree))
    at = [word for word in words if word.dep_ == "prep" and word.lower_ in ("at", "as")]
    if any(_has_number(word) for word in at):
        yield from (toll, *(word for word in at if _has_number(word)))
    elif cue.lemma_ == "give" and _has_number(toll):
        yield toll


def find_tally(cue: Token) -> Iterator[Token]:
    """Yield what somebody counted with when and where: "has registered 22 deaths since Monday"."""
    counted = next((word for word in cue.rights if word.dep_ == "dobj"), None)
    if counted is None or not _is_count(counted):
        return
    yield counted
    yield from (word for word in cue.rights if word.dep_ in _CIRCUMSTANCES and word.i > counted.i)


def drop_own_countings(words: Sequence[Token]) -> list[Token]:
    """Drop what is not X's: "X says that 24 died, and the hospital has registered 22 deaths".

    What X says was counted stands right behind "and", or in the past of the past: "had registered".
    """
    openings = (_find_opening(word) for word in words[1:])
    first = min((opening.i for opening in openings if opening is not None), default=None)
    return [word for word in words if first is None or word.i < first]


def _find_opening(verb: Token) -> Token | None:
    """Return the "and" after a comma behind which somebody else is said to have counted."""
    if verb.lemma_ not in _COUNTING or verb.tag_ not in ("VBN", "VBZ", "VBP", "VBD"):
        return None
    subject = next((child for child in reversed(list(verb.lefts)) if child.dep_ in _SUBJECTS), None)
    told = any(child.lower_ == "had" for child in verb.lefts)
    if subject is None or told or not any(find_tally(verb)):
        return None
    before = verb.doc[max(subject.left_edge.i - 2, 0) : subject.left_edge.i]
    joined = len(before) == 2 and before[0].text == "," and before[1].lower_ in _JOINING
    return before[1] if joined else None


def _is_count(counted: Token) -> bool:
    return _has_number(counted) and any(word.lemma_ in _COUNTED for word in counted.subtree)


def _has_number(phrase: Token) -> bool:
    return any(token.like_num for token in phrase.subtree)
