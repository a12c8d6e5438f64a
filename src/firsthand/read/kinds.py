"""Kinds: names with the kind of actor they mean, by their own words, those beside, or a label."""

from functools import cache

from msgspec import Struct
from spacy.tokens import Doc

from firsthand.lexicon.bodies import find_body_type
from firsthand.lexicon.countries import load_countries
from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_table, load_words
from firsthand.model.actors import ActorType
from firsthand.model.spans import Part
from firsthand.text.parses import slice_text

# Kinds that the rest of a report may correct.
UNSURE: frozenset[ActorType] = frozenset({"person", "organisation", "unknown"})
_LABELS: dict[str, ActorType] = {
    "PERSON": "person",
    "GPE": "place",
    "ORG": "organisation",
    "NORP": "group of people",
    "CAPITAL": "state",
}
# Nouns that introduce bodies, before their names ("the group X") or after them ("the X tribe").
# Words for those who fight or oppose a state; their forces are not the state's.
AGAINST = frozenset(
    """
    opposition rebel insurgent resistance dissident separatist guerrilla paramilitary militant
    anti-government revolutionary jihadist
    """.split()
)
_NAMING = frozenset(
    """
    group movement party organisation organization tribe clan network militia faction newspaper
    magazine website agency charity broadcaster company firm coalition alliance cartel gang brigade
    foundation association union
    """.split()
)
# What companies end with, and are often named without.
COMPANIES = frozenset(
    "corporation corp company co inc incorporated ltd limited llc plc gmbh ag sa group".split()
)
# Words that ships are named with; a ship is nobody.
_SHIPS = frozenset({"hms", "uss", "hmas", "hmcs", "ins", "fs", "ss", "mv", "ms", "rms", "mt"})
# "Gulf of X", "Mount X".
_LEADING_FEATURES = frozenset({"lake", "mount", "gulf", "river", "island", "sea", "strait", "cape"})


class Named(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name at [start, end) with the type its words or its label show."""

    text: str
    start: int
    end: int
    type: ActorType

    @property
    def span(self) -> Part:
        """The characters of the name."""
        return self.start, self.end


def make_named(doc: Doc, start: int, end: int, label: str) -> Named:
    """Make a name of the tokens from `start` to `end`, with its kind."""
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    words = slice_text(doc, first, last)
    before = doc[start - 1].text if start > 0 else ""
    kind = judge_type(words, label, before)
    if kind in UNSURE and end < len(doc) and start > 0 and doc[start - 1].lower_ == "the":
        # "the X tribe", "the X network" name what they say.
        kind = find_naming_type(doc[end].text) or kind
    return Named(text=words, start=first, end=last, type=kind)


def is_acronym(words: str) -> bool:
    """Tell whether words look like the initials of a body."""
    return words.isupper() and words.isalpha() and 3 <= len(words) <= 8


def judge_type(words: str, label: str, before: str) -> ActorType:
    """Judge what kind of actor a name means: its own words first, then the model's label."""
    if before.casefold().rstrip(".") in load_words("person_titles"):
        return "person"
    own = find_body_type(words) or _read_words(words)
    if own is not None:
        return own
    return find_naming_type(before) or _LABELS.get(label, "unknown")


def find_naming_type(noun: str) -> ActorType | None:
    """Find the kind of body that a common noun beside a name introduces, or None."""
    if noun not in _NAMING:
        return None
    return load_types().get(noun) or ("outlet" if is_outlet_word(noun) else "organisation")


def is_outlet_word(word: str) -> bool:
    """Tell whether a word stands in the names of those who publish."""
    return word in load_words("outlet_words")


def is_company(words: str) -> bool:
    """Tell whether a name ends as those of companies do: "X Ltd"."""
    last = words.casefold().split()[-1].rstrip(".")
    return " " in words and last in COMPANIES - {"group", "company"}


def is_ship(words: str) -> bool:
    """Tell whether words name a ship: "HMS X"."""
    first, _, name = words.partition(" ")
    return first.isupper() and first.casefold() in _SHIPS and name != ""


@cache
def load_types() -> dict[str, ActorType]:
    """Load the kinds of actors by the nouns that name them."""
    return {row["word"]: row["type"] for row in load_table("actor_types")}  # type: ignore[misc]


@cache
def load_regions() -> frozenset[str]:
    """Load the folded names of parts of the world."""
    return frozenset(fold_name(word) for word in load_words("regions"))


def _read_words(words: str) -> ActorType | None:
    small = words.casefold().replace("’", "'").split()
    if is_company(words):
        return "organisation"
    while len(small) > 1 and small[-1].isdigit():
        small.pop()
    for word in (small[-1], *small):
        if word in load_types():
            kind = load_types()[word]
            opposed = kind == "security force" and not AGAINST.isdisjoint(small)
            return "armed organisation" if opposed else kind
    if is_outlet_word(small[-1]) and (len(small) > 1 or words[0].isupper()):
        return "outlet"
    if is_ship(words):
        return "unknown"
    if _is_place(small):
        return "place"
    return "state" if fold_name(words) in load_countries() else None


def _is_place(small: list[str]) -> bool:
    if small[0] in load_words("place_words") or small[-1] in load_words("place_words"):
        return True
    if len(small) < 2:
        return False
    if fold_name(" ".join(small)) in load_regions():
        return True
    return small[-1] in load_words("place_features") or small[0] in _LEADING_FEATURES
