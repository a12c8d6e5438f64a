"""Edges: where a name begins and ends, which the model often sees too wide or too narrow."""

from spacy.tokens import Doc, Span, Token

from firsthand.lexicon.keys import fold_name
from firsthand.read.kinds import is_acronym, load_regions

_LEADING = frozenset({"the", "a", "an", "near", "in", "at", "from", "while", "although", "under"})


def find_edges(entity: Span) -> tuple[int, int]:
    """Find the tokens at which the name in an entity begins and ends; both are equal for none."""
    doc, start, end = entity.doc, entity.start, entity.end
    while start < end and (_is_border(doc[start]) or is_leading(doc[start])):
        start += 1
    while start < end and (_is_border(doc[end - 1]) or doc[end - 1].text in ("'s", "’s")):
        end -= 1
    if entity.label_ == "PERSON":
        start = skip_others(doc, start, end)
    if entity.label_ == "ORG":
        start, end = _skip_people(doc, start, end), _stop_at_place(doc, start, end)
    return start, _reach_over_nickname(doc, end)


def is_leading(token: Token) -> bool:
    """Tell whether a word only leads to a name; "Near East Watch" is a whole name."""
    if token.lower_ not in _LEADING:
        return False
    begins = token.i == 0 or token.is_sent_start or not token.nbor(-1).is_alpha
    return not token.text[0].isupper() or begins or token.lower_ in ("the", "a", "an")


def _is_border(token: Token) -> bool:
    return token.is_punct or token.is_space


def _skip_people(doc: Doc, start: int, end: int) -> int:
    """Skip the people that a body is of: "Marenian FLM" is the FLM."""
    short = end - start == 2 and is_acronym(doc[end - 1].text)
    return (
        start + 1 if short and doc[start].ent_type_ != "" and doc[start].text.istitle() else start
    )


def _stop_at_place(doc: Doc, start: int, end: int) -> int:
    """Stop before the place where a body sits: "the Lantern Bureau at Belmuro University"."""
    for index in range(start + 1, end - 1):
        if doc[index].text == "at":
            return index
    return end


def skip_others(doc: Doc, start: int, end: int) -> int:
    """Skip a part of the world or a body that runs into a person's full name: "ABC Ana Orel"."""
    shouted = doc[start:end].text.isupper()
    for length in (2, 1):
        words = doc[start : start + length].text
        other = fold_name(words) in load_regions() or (is_acronym(words) and not shouted)
        if other and end - start - length > 1:
            return start + length
    return start


def _reach_over_nickname(doc: Doc, end: int) -> int:
    """Reach to the end of 'Orlan "Tavi" Vesk' where a name was cut at the quotes."""
    rest = doc[end : end + 4]
    if len(rest) < 4 or not (rest[0].is_quote and rest[2].is_quote):
        return end
    return end + 4 if rest[1].pos_ == rest[3].pos_ == "PROPN" else end
