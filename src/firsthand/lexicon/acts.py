"""Act frames: which words say which act, and where its participants stand."""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from firsthand.errors import BrokenTable
from firsthand.lexicon.tables import load_table

ROLES = ("agent", "target", "instrument")
# Any filler at all, in a condition.
ANYTHING = "*"


class Condition(Struct, frozen=True, kw_only=True):
    """What must stand in one of the slots; with `absent`, what must not."""

    slots: tuple[str, ...]
    words: frozenset[str]
    absent: bool = False


class Frame(Struct, frozen=True, kw_only=True):
    """One use of a word: under these conditions it says this act; type None says none.

    `roles` name for each role the slots that may fill it, in order of preference.
    """

    word: str
    type: str | None
    conditions: tuple[Condition, ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def load_frames() -> Mapping[tuple[str, str], tuple[Frame, ...]]:
    """Load `acts.tsv` by word and part of speech; the first frame whose conditions hold counts."""
    frames: dict[tuple[str, str], list[Frame]] = {}
    for row in load_table("acts"):
        roles = _read_roles(row["roles"], row["word"])
        for word in row["word"].split("|"):
            frame = Frame(
                word=word,
                type=None if row["type"] == "-" else row["type"],
                conditions=tuple(_read_condition(text) for text in row["when"].split()),
                roles=roles,
            )
            frames.setdefault((word, row["pos"]), []).append(frame)
    return {key: tuple(rows) for key, rows in frames.items()}


@cache
def load_class(name: str) -> frozenset[str]:
    """Load the words of one class of `act_classes.tsv`."""
    words = [
        word
        for row in load_table("act_classes")
        if row["class"] == name
        for word in row["words"].split("|")
    ]
    if not words:
        raise BrokenTable(f"lexicon/act_classes.tsv has no class {name}. Add it, or mend acts.tsv.")
    return frozenset(words)


def is_act_noun(lemma: str) -> bool:
    """Tell whether a noun can say an act."""
    return (lemma.casefold(), "noun") in load_frames()


class Link(Struct, frozen=True, kw_only=True):
    """How a word ties people to an act that stands in one of its slots `act`."""

    via: frozenset[str]
    act: tuple[str, ...]
    agent: tuple[str, ...]
    target: tuple[str, ...]
    by: tuple[str, ...]
    confidence: str | None
    light: bool


@cache
def load_links() -> Mapping[str, tuple[Link, ...]]:
    """Load `act_links.tsv` by the word that ties."""
    links: dict[str, list[Link]] = {}
    for row in load_table("act_links"):
        link = Link(
            via=frozenset(filter(None, row["via"].split("|"))),
            act=tuple(row["act"].split("|")),
            agent=tuple(row["agent"].split("|")),
            target=tuple(row["target"].split("|")),
            by=tuple(row["by"].split("|")),
            confidence=row["confidence"] or None,
            light=row["light"] == "yes",
        )
        for word in row["word"].split("|"):
            links.setdefault(word, []).append(link)
    return {word: tuple(rows) for word, rows in links.items()}


def _read_condition(text: str) -> Condition:
    slots, _, words = text.removeprefix("!").partition("=")
    return Condition(
        slots=tuple(slots.split("|")), words=_expand(words), absent=text.startswith("!")
    )


def _expand(words: str) -> frozenset[str]:
    expanded: set[str] = set()
    for word in words.split("|"):
        expanded |= load_class(word[1:]) if word.startswith("@") else {word.replace("_", " ")}
    return frozenset(expanded)


def _read_roles(text: str, word: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    roles = []
    for role in text.split():
        name, _, slots = role.partition("=")
        if name not in ROLES:
            raise BrokenTable(f"lexicon/acts.tsv, {word}: {name} is no role. Use one of {ROLES}.")
        roles.append((name, tuple(slots.split("|"))))
    return tuple(roles)
