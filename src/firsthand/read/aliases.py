"""Aliases: which names of one report mean the same actor, each with its reason."""

import re
from collections.abc import Sequence

from msgspec import Struct
from spacy.tokens import Doc

from firsthand.lexicon.bodies import find_body_name
from firsthand.lexicon.countries import load_adjectives, load_capitals, load_countries
from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_words
from firsthand.read.kinds import COMPANIES, Named
from firsthand.read.titles import read_sex, read_title
from firsthand.text.names import (
    fold_letters,
    is_same_name,
    is_spelling_of,
    make_initials,
    name_words,
)
from firsthand.text.parses import get_text

_NAMED_SO = (
    r"(?:(?:also|better|widely|commonly|more\s+commonly|locally)\s+)?(?:known|called|referred\s+to)"
    r"(?:\s+in\s+\w+)?\s+(?:as|by\s+(?:its|his|her|their|the)\s+(?:\w+[\s-]+){0,2}"
    r"(?:acronym|initials|abbreviation|name|nickname|alias|nom\s+de\s+guerre)(?:\s+of)?)"
)
_ALSO_KNOWN = re.compile(
    rf"^[,\s(\[“\"]*(?:{_NAMED_SO}|formerly|alias|nicknamed|or|a\.?k\.?a\.?)"
    r",?\s+(?:the\s+)?[“\"]?$",
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
_PEOPLE = frozenset({"person", "unknown"})
_BODIES = frozenset({"organisation", "armed organisation", "security force"})
_EQUATED = _BODIES | {"unknown"}
_IN_BRACKETS = re.compile(
    r"^\s*[(\[]\s*(?:the\s+|(?:in\s+)?[A-Z][a-z]+(?:\s+(?:acronym|initials))?[:,]?\s+)?[“\"]?$"
)
_PEOPLES = re.compile(r"(?:ian|ean|ese|ish|i)$")
_NO_PEOPLES = frozenset({"christian", "humanitarian", "civilian", "egalitarian"})
_GENERATION = re.compile(r",?\s+(?:the\s+)?(senior|junior|sr|jr|elder|younger)\b", re.IGNORECASE)


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
        key = f"{fold_letters(named.text)} {_find_generation(doc, named)}"
        same = spellings.get(key)
        if same is not None:
            reason = f"same name as “{same.named.text}”"
            aliases.append(Alias(named=named, group=same.group, reason=reason))
            continue
        found = _find_group(doc, named, aliases[-1:], tuple(spellings.values()))
        if found is None:
            found = count, "full name"
            count += 1
        aliases.append(Alias(named=named, group=found[0], reason=found[1]))
        spellings[key] = aliases[-1]
    return tuple(aliases)


def _find_group(
    doc: Doc, named: Named, before: Sequence[Alias], aliases: Sequence[Alias]
) -> tuple[int, str] | None:
    """Find the group of a new spelling: the name just before it, or any told so far."""
    for alias in before:
        between = get_text(doc)[alias.named.end : named.start]
        if _is_equation(between, named, alias.named):
            return alias.group, f"given as another name of “{alias.named.text}”"
    for find in (_find_state, _find_known, _find_site, _find_acronym, _find_short_body):
        found = find(named, aliases)
        if found is not None:
            return found
    fitting = [alias for alias in aliases if _may_be_relatives_name(doc, alias.named, named)]
    return _find_person(named, fitting) or _find_place(named, aliases)


def _find_generation(doc: Doc, named: Named) -> str:
    """Find what tells father and son apart: "senior", "junior", or nothing."""
    if named.type != "person":
        return ""
    match = _GENERATION.match(get_text(doc), named.end)
    return {"sr": "senior", "jr": "junior"}.get(match[1].casefold(), match[1]) if match else ""


def _may_be_relatives_name(doc: Doc, earlier: Named, named: Named) -> bool:
    """Tell whether nothing speaks for two people of one name.

    A family name with its title that comes before a full name with another title stands for
    somebody else, as may a name of the other sex or generation.
    """
    one, other = read_sex(doc, earlier.span), read_sex(doc, named.span)
    if None not in (one, other) and one != other:
        return False
    if _find_generation(doc, earlier) != _find_generation(doc, named):
        return False
    titles = read_title(doc, earlier.span), read_title(doc, named.span)
    return " " in earlier.text or "" in titles or titles[0] == titles[1]


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
        # "X's elected government" is that of X.
        words = re.split(r"['’]s\b", match["before"] or match["after"])[0]
    return load_adjectives().get(words) or load_countries().get(fold_name(words))


def _find_known(named: Named, aliases: Sequence[Alias]) -> tuple[int, str] | None:
    """Find a body that is widely known under both names."""
    known = find_body_name(named.text)
    for alias in aliases if known is not None else ():
        if find_body_name(alias.named.text) == known:
            return alias.group, f"“{named.text}” and “{alias.named.text}” are names of {known}"
    return None


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
    """Find the body whose initials a name is; two letters count only for one known as a body."""
    short = named.text.replace(".", "")
    if not short.isupper() or not 1 < len(short) < 9:
        return None
    sure = len(short) > 2 or named.type in _BODIES
    for alias in aliases if sure else ():
        body = alias.named.type in _BODIES
        initials = make_initials(alias.named.text)
        # Bodies are also written small: "the Marenian security forces (MSF)".
        small = body and make_initials(alias.named.text.title()) == short
        fits = initials == short and (len(short) > 2 or body)
        if (fits or small) and " " in alias.named.text:
            return alias.group, f"initials of “{alias.named.text}”"
    return None


def _find_short_body(named: Named, aliases: Sequence[Alias]) -> tuple[int, str] | None:
    """Find the only body a name is short for: "the Council" for the Halveth Council."""
    if named.type not in _EQUATED:
        return None
    places = {alias.named.text for alias in aliases if alias.named.type in ("place", "state")}
    found = {
        alias.group: alias.named.text
        for alias in aliases
        if alias.named.type == named.type
        and (
            _is_short_for(named.text, alias.named.text, places)
            or _is_short_for(alias.named.text, named.text, places)
        )
    }
    if len(found) != 1:
        return None
    group, name = next(iter(found.items()))
    if _turn(named.text) == _turn(name):
        return group, f"another order of “{name}”"
    shorter = len(named.text) < len(name)
    return group, f"short for “{name}”" if shorter else f"“{name}” is short for it"


def _is_short_for(short: str, name: str, places: set[str]) -> bool:
    """Tell whether a body's name is another one without its last word, its nation or its town.

    One last word alone will do: "the Council"; but not the other way round.
    """
    if _turn(short) == _turn(name):
        return True
    few, many = short.split(), name.split()
    if len(few) >= len(many):
        return False
    if few == many[: len(few)]:
        return all(word.casefold().rstrip(".") in COMPANIES for word in many[len(few) :])
    if few != many[-len(few) :]:
        return False
    rest = " ".join(many[: -len(few)])
    nation = _PEOPLES.search(rest) is not None and rest.casefold() not in _NO_PEOPLES
    known = rest in places or rest in load_adjectives() or fold_name(rest) in load_countries()
    return len(few) == 1 or known or (nation and " " not in rest)


def _turn(name: str) -> str:
    """Turn "Ministry of the Interior" into "interior ministry"."""
    head, _, rest = fold_letters(name).partition(" of ")
    return f"{rest.removeprefix('the ')} {head}" if rest else head


def _find_place(named: Named, aliases: Sequence[Alias]) -> tuple[int, str] | None:
    """Find the only place of which a place's name is another spelling."""
    if named.type != "place" or " " in named.text:
        return None
    found = {
        alias.group: alias.named.text
        for alias in aliases
        if alias.named.type == "place"
        and " " not in alias.named.text
        and is_spelling_of(fold_letters(named.text), fold_letters(alias.named.text))
    }
    if len(found) != 1:
        return None
    group, name = next(iter(found.items()))
    return group, f"spelling of “{name}”"


def _find_person(named: Named, aliases: Sequence[Alias]) -> tuple[int, str] | None:
    """Find the one person whose name a shorter, longer or otherwise spelt name gives."""
    if named.type not in ("person", "unknown"):
        return None
    groups: dict[int, str] = {}
    for alias in aliases:
        if _may_be_one(named, alias.named) and is_same_name(named.text, alias.named.text):
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


def _may_be_one(one: Named, other: Named) -> bool:
    """Tell whether two names may be a person's; what is called a person by one only ends so."""
    if "person" not in (one.type, other.type) or not {one.type, other.type} <= _PEOPLE:
        return False
    short, full = sorted((one, other), key=lambda named: len(named.text))
    doubted = short.type == "unknown" and " " not in short.text and " " in full.text
    return not doubted or is_spelling_of(
        fold_letters(short.text), fold_letters(full.text.split()[-1])
    )
