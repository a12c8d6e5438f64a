"""Groups: the nouns that mean people, with the status that they state."""

from functools import cache

from spacy.tokens import Token

from firsthand.lexicon.tables import load_table, load_words
from firsthand.model.casualties import Status

# One of these is more than one person.
COLLECTIVES = frozenset({"family", "household", "group", "crowd", "team", "crew", "clan"})
COUPLES = frozenset({"couple", "twin", "pair", "duo"})
KIN = frozenset(
    [
        *("mother", "father", "parent", "son", "daughter", "brother", "sister", "wife", "husband"),
        *("grandmother", "grandfather", "grandparent", "grandson", "granddaughter", "grandchild"),
        *("cousin", "nephew", "niece", "uncle", "aunt", "sibling", "stepson", "stepdaughter"),
        *("spouse", "child", "baby", "infant", "fiance", "fiancee", "girlfriend", "boyfriend"),
        *("friend", "relative", "neighbor", "neighbour", "colleague", "family", "bodyguard"),
        *("driver", "companion", "mom", "dad", "stepfather", "stepmother", "stepchild"),
    ]
)
_DOERS = ("er", "or", "ist", "eer", "man", "woman", "person", "ian")
# "he was killed" tells of one person, "they were killed" does not tell of how many.
ONE_PERSON = frozenset({"he", "she", "him", "her", "himself", "herself", "i", "me"})


def is_person_word(token: Token) -> bool:
    """Tell whether a noun means people; "a 16-year-old" does."""
    if _is_doer(token):
        return True
    aged = token.lower_ in ("old", "olds") and token.i > 1 and token.nbor(-1).text in ("-", "year")
    return aged or _look_up(token) is not None


def _is_doer(token: Token) -> bool:
    """Tell a noun for who does something by its ending: "welder", "tax collector", "cellist"."""
    lemma = token.lemma_.casefold()
    if token.pos_ != "NOUN" or len(lemma) < 5 or is_no_person(token):
        return False
    return lemma.endswith(_DOERS) and lemma not in load_words("no_doers")


def is_no_person(token: Token) -> bool:
    """Tell whether a noun means something that can be killed or wounded but is no person."""
    return not {token.lower_, token.lemma_.casefold()}.isdisjoint(load_words("no_persons"))


def is_named_person(token: Token) -> bool:
    """Tell whether a word is the name of a person, also by a title or role before it."""
    if token.pos_ != "PROPN" or is_person_word(token):
        return False
    if token.ent_type_ == "PERSON":
        return True
    return any(
        is_title(child) or (child.pos_ == "NOUN" and is_person_word(child)) for child in token.lefts
    )


def is_title(token: Token) -> bool:
    """Tell whether a word is a title that stands before a name."""
    return token.text.rstrip(".") in _TITLES


def find_status(head: Token) -> Status:
    """Return the status the words of a group state; unknown unless they say it."""
    for token in (head, *head.lefts):
        row = _look_up(token)
        if row in ("civilian", "combatant"):
            return row  # type: ignore[return-value]
    return "unknown"


_TITLES = frozenset(
    [
        *("Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Sheikh", "Imam", "Father", "Sister", "Brother"),
        *("Sgt", "Capt", "Lt", "Col", "Gen", "Maj", "Cpl", "Pvt", "Officer", "Deputy", "Trooper"),
        *("Captain", "Colonel", "General", "Major", "Sergeant", "Lieutenant", "Private", "Judge"),
    ]
)


def _look_up(token: Token) -> str | None:
    words = _load_groups()
    # A plural at the start of a sentence is often taken for a name, and keeps its ending then.
    forms = (token.lower_, token.lemma_.casefold(), token.lower_.removesuffix("s"))
    return next((words[form] for form in forms if form in words), None)


@cache
def _load_groups() -> dict[str, str]:
    return {row["word"]: row["status"] for row in load_table("group_words")}
