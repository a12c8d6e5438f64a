"""Titles: what stands before a person's name, and the sex that it or the given name shows."""

from spacy.tokens import Doc

from firsthand.lexicon.given_names import find_sex_of_name
from firsthand.lexicon.tables import load_words
from firsthand.model.spans import Part
from firsthand.text.parses import slice_text

_MALE = frozenset({"mr", "king", "prince", "sir", "father", "brother", "husband", "son", "uncle"})
_FEMALE = frozenset(
    {"mrs", "ms", "miss", "queen", "lady", "mother", "sister", "wife", "daughter", "princess"}
)
# A title is not longer than this.
_WINDOW = 20


def read_title(doc: Doc, name: Part) -> str:
    """Return the title right before a name, in small letters, or nothing."""
    before = _read_before(doc, name)
    return before if before in load_words("person_titles") else ""


def read_sex(doc: Doc, name: Part) -> str | None:
    """Return the sex that the word before a name shows, else the one of its given name."""
    before = _read_before(doc, name)
    if before in _MALE:
        return "male"
    if before in _FEMALE:
        return "female"
    return find_sex_of_name(slice_text(doc, *name))


def _read_before(doc: Doc, name: Part) -> str:
    words = slice_text(doc, max(0, name[0] - _WINDOW), name[0]).casefold().split()
    return words[-1].rstrip(".") if words else ""
