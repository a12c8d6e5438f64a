"""Rulings: what people said of two claims, turned into what is done with their events."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from firsthand.model.decisions import Verdict


class Rulings(Struct, frozen=True, kw_only=True):
    """Events by name that are joined with the reason, and for each event those it is kept from."""

    joined: tuple[tuple[str, str, str], ...] = ()
    barred: Mapping[str, frozenset[str]] = {}


def find_split(verdicts: Iterable[Verdict], homes: Mapping[str, str]) -> frozenset[str]:
    """Find the claims that must leave the event their report tells them in.

    `homes` are the events of claims.
    """
    return frozenset(
        item.other
        for item in verdicts
        if item.answer != "same" and item.one in homes and homes[item.one] == homes.get(item.other)
    )


def rule_events(verdicts: Sequence[Verdict], homes: Mapping[str, str]) -> Rulings:
    """Turn verdicts on claims into rulings on events; `homes` are the events of claims.

    What a person is unsure of stays apart like what is different: it is not known to be one.
    Verdicts on claims that are in no event are left aside.
    """
    joined: set[tuple[str, str, str]] = set()
    barred: dict[str, set[str]] = {}
    for item in verdicts:
        one, other = homes.get(item.one), homes.get(item.other)
        if one is None or other is None or one == other:
            continue
        if item.answer == "same":
            joined.add((one, other, f"people decided that they are one: {item.reason}"))
        else:
            barred.setdefault(one, set()).add(other)
            barred.setdefault(other, set()).add(one)
    return Rulings(
        joined=tuple(sorted(joined)),
        barred={name: frozenset(others) for name, others in barred.items()},
    )
