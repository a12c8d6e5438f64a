"""Decisions: what a person decides, checked against the account and kept in the ledger."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from firsthand.errors import UsageError
from firsthand.keep.cases import Case, change, tell
from firsthand.model.accounts import Account
from firsthand.model.claims import Claim
from firsthand.model.decisions import Decision, Figure
from firsthand.model.ids import make_claim_id, make_id
from firsthand.model.incidents import Incident
from firsthand.model.media import MediaPart
from firsthand.model.spans import Part, quote_parts
from firsthand.review.decisions import BY_HAND
from firsthand.store.records import load_decisions, save_decision

_Named = TypeVar("_Named", Claim, Incident, Decision)

# Where people find the ids of things.
_WHERE = {
    "claim": "The page of the account and account.json show the ids.",
    "incident": "The page of the account and account.json show the ids.",
    "decision": "`firsthand history` shows the ids.",
}
# What an edit may change: everything but what ties a claim to its words.
FIXED = frozenset({"id", "report", "parts", "quote", "source", "review", "incident", "rejected"})


class Entered(Struct, frozen=True, kw_only=True):
    """A claim as somebody enters it: parts of a text, or what they saw or heard and where.

    `quote` is only for what is no text; `translation` is of the quote or of the text's parts.
    """

    parts: Sequence[Part] = ()
    source: MediaPart | None = None
    quote: str | None = None
    translation: str | None = None
    translator: str | None = None


def decide(case: Case, decision: Decision) -> Decision:
    """Keep a decision; it gets its id from what it says and how many came before it."""
    with change(case) as connection:
        count = len(load_decisions(connection))
        content = msgspec.json.encode(decision, order="deterministic").decode()
        decision = msgspec.structs.replace(decision, id=make_id("d", count, content))
        kept = save_decision(connection, decision)
        subjects = dict.fromkeys(
            name for name in (decision.target, decision.other, *decision.claims) if name
        )
        decider = msgspec.structs.replace(case, who=decision.who)
        tell(decider, connection, "decision", decision.when, subjects=tuple(subjects), kept=(kept,))
    return decision


def find_claim(account: Account, name: str) -> Claim:
    """Find a claim by its id or the beginning of it; raises UsageError if it is none or several."""
    return _find(account.claims, name, "claim")


def find_incident(account: Account, name: str) -> Incident:
    """Find an incident by its id or the beginning of it; raises UsageError as `find_claim`."""
    return _find(account.incidents, name, "incident")


def find_decision(case: Case, name: str) -> Decision:
    """Find a decision by its id or the beginning of it; raises UsageError as `find_claim`."""
    with case.engine.connect() as connection:
        return _find(load_decisions(connection), name, "decision")


def check_figure(incident: Incident, figure: Figure | None) -> Figure | None:
    """Hold a figure against the tolls of an incident; raises UsageError if it is of none."""
    there = [(toll.outcome, toll.status) for toll in incident.tolls if toll.scope is None]
    if figure is None or (figure.outcome, figure.status) in there:
        return figure
    told = ", ".join(f"{outcome}:{status}" for outcome, status in there) or "no tolls"
    raise UsageError(
        f"The incident has no toll {figure.outcome}:{figure.status}. It has {told}: "
        "where a claim of it was not read, add that first."
    )


def edit_claim(claim: Claim, changes: Mapping[str, str]) -> Claim:
    """Change fields of a claim, named by their way: stance=denied, casualties.0.low=12, time=null.

    Raises UsageError for a way that leads nowhere and for a value that cannot stand there.
    """
    data = json.loads(msgspec.json.encode(claim))
    for way, value in changes.items():
        _put(data, way.split("."), _parse(value), way)
    try:
        return msgspec.convert(data, Claim)
    except msgspec.ValidationError as error:
        raise UsageError(f"The claim would not be one any more: {error}.") from error


def make_claim(report: str, text: str, entered: Entered, fields: Mapping[str, str]) -> Claim:
    """Make a claim by hand; raises UsageError where nothing would show what it rests on."""
    if bool(entered.translation) != bool(entered.translator):
        raise UsageError("A translation needs its translator: give --translation and --translator.")
    source, quote = _find_ground(text, entered)
    kind = fields.get("kind", "statement")
    seed = "" if source is None else f" {msgspec.json.encode(source).decode()} {quote}"
    claim = Claim(
        id=make_claim_id(report, entered.parts, f"{BY_HAND} {kind}{seed}"),
        report=report,
        parts=tuple(entered.parts),
        quote=quote,
        kind="statement",
        stance="asserted",
        pattern=BY_HAND,
        source=source,
        translation=entered.translation,
        translator=entered.translator,
    )
    return edit_claim(claim, fields)


def _find_ground(text: str, entered: Entered) -> tuple[MediaPart | None, str]:
    """Find what a claim rests on and its words: parts of the text, or what people quote."""
    if entered.parts:
        if any(not 0 <= start < end <= len(text) for start, end in entered.parts):
            raise UsageError(f"--part must lie inside the text, which has {len(text)} characters.")
        if entered.quote is not None:
            raise UsageError("--quote is for what is no text: at --part the text itself is quoted.")
        return entered.source, quote_parts(text, entered.parts)
    if text and entered.source is None:
        raise UsageError(
            "Say what the claim rests on: --part 120:164 of the text, or --box of a page."
        )
    if not entered.quote:
        raise UsageError("Say with --quote what is seen or heard there, in its own language.")
    return entered.source or MediaPart(), entered.quote


def _find(values: Sequence[_Named], name: str, what: str) -> _Named:
    found = [value for value in values if value.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"There is no {what} {name}. {_WHERE[what]}")
    raise UsageError(f"{name} begins {len(found)} {what}s. Give more of the id.")


def _put(data: Any, way: Sequence[str], value: Any, whole: str) -> None:
    step: str | int = int(way[0]) if isinstance(data, list) and way[0].isdigit() else way[0]
    try:
        if len(way) > 1:
            _put(data[step], way[1:], value, whole)
        elif isinstance(data, dict) and step in FIXED and "." not in whole:
            raise UsageError(f"“{whole}” ties a claim to its words. Reject it and add another.")
        elif isinstance(data, dict) and step not in data:
            raise UsageError(f"A claim has no “{whole}”. See docs/model.md for its fields.")
        else:
            data[step] = value
    except (KeyError, IndexError, TypeError) as error:
        raise UsageError(f"“{whole}” leads to nothing in the claim.") from error


def _parse(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value
