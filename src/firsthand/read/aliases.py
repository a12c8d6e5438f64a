"""Aliases: which names of one report mean the same actor, each with its reason."""

import re
from collections.abc import Sequence

from msgspec import Struct
from spacy.tokens import Doc

from firsthand.lexicon.countries import load_adjectives, load_capitals, load_countries
from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_words
from firsthand.model.actors import ActorType
from firsthand.read.mentions import Named
from firsthand.text.names import fold_letters, is_same_name, make_initials, name_words
from firsthand.text.parses import get_text

_ALSO_KNOWN = re.compile(
    r"^[,\s(“\"]*(?:also\s+(?:known|called)\s+as|known\s+as|better\s+known\s+as|formerly|or|a\.?k\.?a\.?)"
    r"\s+(?:the\s+)?[“\"]?$",
    re.IGNORECASE,
)
_SLASH = re.compile(r"^\s?/\s?$")
_GOVERNMENTS = r"(?:government|administration|regime)"
_GOVERNMENT = re.compile(
    rf"(?:(?P<before>.+?)\s+{_GOVERNMENTS}|{_GOVERNMENTS}\s+of\s+(?:the\s+)?(?P<after>.+))$",
    re.IGNORECASE,
)
# The one government that English reports call by its initials.
_INITIALS = {"usg": "US"}
_EQUATED = frozenset({"organisation", "armed organisation", "security force", "unknown"})
_IN_BRACKETS = re.compile(r"^\s*\(\s*(?:the\s+)?[“\"]?$")


class Alias(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name put to the group of an earlier one, with the reason."""

    named: Named
    group: int
    reason: str


def group_names(doc: Doc, names: Sequence[Named]) -> tuple[Alias, ...]:
    """Put each name into the group of the actor it means; a new group starts where none fits."""
    aliases: list[Alias] = []
    # The first of each spelling stands for the others, so that a long report stays fast.
    spellings: dict[str, Alias] = {}
    count = 0
    for named in names:
        same = spellings.get(fold_letters(named.text))
        if same is not None:
            reason = f"same name as “{same.named.text}”"
            aliases.append(Alias(named=named, group=same.group, reason=reason))
            continue
        found = _find_group(doc, named, aliases[-1:], tuple(spellings.values()))
        if found is None:
            found = count, "full name"
            count += 1
        aliases.append(Alias(named=named, group=found[0], reason=found[1]))
        spellings[fold_letters(named.text)] = aliases[-1]
    return tuple(aliases)


def _find_group(
    doc: Doc, named: Named, before: Sequence[Alias], aliases: Sequence[Alias]
) -> tuple[int, str] | None:
    """Find the group of a new spelling: the name just before it, or any told so far."""
    for alias in before:
        between = get_text(doc)[alias.named.end : named.start]
        if _is_equation(between, named, alias.named):
            return alias.group, f"given as another name of “{alias.named.text}”"
    state = _find_state(named, aliases)
    if state is not None:
        return state
    site = _find_site(named, aliases)
    if site is not None:
        return site
    short = _find_acronym(named, aliases) or _find_short_body(named, aliases)
    if short is not None:
        return short
    return _find_person(named, aliases)


def _is_equation(between: str, named: Named, other: Named) -> bool:
    """Tell whether the words between two names make them names of one: "X (Y)", "X/Y"."""
    if _ALSO_KNOWN.match(between):
        return True
    # "Reuters/AFP" are two, "OSTER (Tavarra Wire)" a place and an outlet.
    bodies = {named.type, other.type} <= _EQUATED
    if named.text.isupper() and named.type != "outlet" and _IN_BRACKETS.match(between):
        return bodies or _is_abbreviation(named.text, other.text)
    joined = _IN_BRACKETS.match(between) or _SLASH.match(between)
    sure = named.text.isupper() or "unknown" not in (named.type, other.type)
    return bodies and sure and joined is not None


def _is_abbreviation(short: str, name: str) -> bool:
    """Tell whether the letters of a short form come in order in a name."""
    letters = iter(name.casefold())
    return all(letter in letters for letter in short.casefold())


def _find_state(named: Named, aliases: Sequence[Alias]) -> tuple[int, str] | None:
    """Find the state that a name, its government or its capital stands for."""
    code = _find_code(named)
    if code is None:
        return None
    for alias in aliases:
        if _find_code(alias.named) == code:
            return alias.group, f"stands for the state {code}, as “{alias.named.text}” does"
    return None


def _find_code(named: Named) -> str | None:
    """Return the code of the state a name stands for, or None."""
    if named.type not in ("state", "organisation"):
        return None
    words = named.text
    folded = fold_name(words)
    if folded in _INITIALS:
        return _INITIALS[folded]
    if named.type == "state" and folded in load_capitals() and folded not in load_countries():
        return load_capitals()[folded]
    match = _GOVERNMENT.match(words)
    if match is not None:
        words = match["before"] or match["after"]
    return load_adjectives().get(words) or load_countries().get(fold_name(words))


def _find_site(named: Named, aliases: Sequence[Alias]) -> tuple[int, str] | None:
    """Find the site whose bare name a name is, where the model does not take it for a town."""
    for alias in aliases:
        for site, bare in ((alias.named, named), (named, alias.named)):
            kind, *rest = site.text.split()
            if (
                site.type == "place"
                and bare.type not in ("place", "state")
                and kind.casefold() in load_words("place_words")
                and fold_letters(" ".join(rest)) == fold_letters(bare.text)
            ):
                return alias.group, f"“{bare.text}” is short for “{site.text}”"
    return None


def _find_acronym(named: Named, aliases: Sequence[Alias]) -> tuple[int, str] | None:
    if not named.text.isupper() or not 2 < len(named.text) < 9:
        return None
    for alias in aliases:
        if make_initials(alias.named.text) == named.text and " " in alias.named.text:
            return alias.group, f"initials of “{alias.named.text}”"
    return None


def _find_short_body(named: Named, aliases: Sequence[Alias]) -> tuple[int, str] | None:
    """Find the only body whose last word a name is: "the Council" for the Halveth Council."""
    if named.type not in _EQUATED or " " in named.text:
        return None
    found = {
        alias.group: alias.named.text
        for alias in aliases
        if alias.named.type == named.type and alias.named.text.split()[-1] == named.text
    }
    if len(found) != 1:
        return None
    group, name = next(iter(found.items()))
    return group, f"short for “{name}”"


def _find_person(named: Named, aliases: Sequence[Alias]) -> tuple[int, str] | None:
    """Find the one person whose name a shorter, longer or otherwise spelt name gives."""
    if named.type not in ("person", "unknown"):
        return None
    groups: dict[int, str] = {}
    for alias in aliases:
        if _may_be_one(named.type, alias.named.type) and is_same_name(named.text, alias.named.text):
            groups.setdefault(alias.group, alias.named.text)
    clashing = {alias.group for alias in aliases if _clash(named.text, alias.named.text)}
    fitting = [group for group in groups if group not in clashing]
    if len(groups) != 1 or not fitting:
        return None
    group, name = fitting[0], groups[fitting[0]]
    shared = set(name_words(named.text)) & set(name_words(name))
    return group, f"part of “{name}”" if shared else f"spelling of “{name}”"


def _clash(one: str, other: str) -> bool:
    """Tell whether two full names differ, though a last name may stand for both."""
    both_full = len(name_words(one)) > 1 and len(name_words(other)) > 1
    return both_full and not is_same_name(one, other)


def _may_be_one(one: ActorType, other: ActorType) -> bool:
    return "person" in (one, other) and {one, other} <= {"person", "unknown"}
