"""The command `firsthand decide`: what people make of a machine's reading."""

from collections.abc import Sequence
from typing import Annotated

import msgspec
import typer

from firsthand.cli.cases import Folder, Who, open_folder
from firsthand.errors import UsageError
from firsthand.keep.accounts import make_case_account
from firsthand.keep.cases import Case
from firsthand.keep.decisions import decide as keep_decision
from firsthand.keep.decisions import edit_claim, find_claim, find_incident, make_claim
from firsthand.model.decisions import KINDS, Decision, DecisionKind, Figure
from firsthand.model.spans import Part
from firsthand.pipeline import Result
from firsthand.settings import read_clock


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What was given on the command line beside the kind of decision."""

    ids: Sequence[str]
    changes: dict[str, str]
    parts: Sequence[Part]
    figure: str | None
    grade: str | None


Kind = Annotated[str, typer.Argument(metavar="WHAT", help=f"One of: {', '.join(KINDS)}.")]
Ids = Annotated[
    list[str], typer.Argument(metavar="IDS...", help="What it is about: see the examples.")
]
Why = Annotated[str, typer.Option(help="Why: others must be able to follow it.")]
Change = Annotated[
    list[str] | None, typer.Option("--set", help="A field and its value: stance=denied.")
]
NewPart = Annotated[
    list[str] | None, typer.Option(help="Part of the text for a new claim: 120:164.")
]
Settled = Annotated[str | None, typer.Option(help="What to settle: killed:all:14.")]
Grade = Annotated[str | None, typer.Option(help="The grade of an incident.")]


def decide(
    folder: Folder,
    kind: Kind,
    ids: Ids,
    why: Why,
    change: Change = None,
    part: NewPart = None,
    figure: Settled = None,
    grade: Grade = None,
    who: Who = None,
) -> None:
    """Confirm, reject, edit or add a claim; merge, split, include, settle or grade an incident.

    Every decision is kept with its reason, and can be undone by another one.

    \b
    Examples:
      firsthand decide harbour confirm c-3f9a --why "read it in the report"
      firsthand decide harbour reject c-77ab --why "it speaks of another market"
      firsthand decide harbour edit c-3f9a --set casualties.0.low=12 --why "a dozen is 12 here"
      firsthand decide harbour add r-01ff --part 120:164 --set kind=act --why "was not read"
      firsthand decide harbour merge i-5a i-9c --why "one strike, told twice"
      firsthand decide harbour split i-5a c-77ab --why "the second strike"
      firsthand decide harbour settle i-5a --figure killed:all:14 --why "hospital register"
      firsthand decide harbour grade i-5a --grade fair --why "two origins, no denial"
      firsthand decide harbour undo d-12ab --why "a mistake"
    """
    given = Given(
        ids=ids,
        changes=dict(_split(item, "=", "--set") for item in change or ()),
        parts=[_read_part(item) for item in part or ()],
        figure=figure,
        grade=grade,
    )
    typer.echo(_keep(open_folder(folder, who), _check_kind(kind), given, why).id)


def _keep(case: Case, kind: DecisionKind, given: Given, why: str) -> Decision:
    draft = Decision(
        id="", when=read_clock(), who=case.who, kind=kind, target=given.ids[0], why=why
    )
    result = make_case_account(case, draft.when)
    return keep_decision(case, _complete(draft, given, result))


def _check_kind(kind: str) -> DecisionKind:
    if kind not in KINDS:
        raise UsageError(f"“{kind}” is no decision. Use one of {', '.join(KINDS)}.")
    checked: DecisionKind = msgspec.convert(kind, DecisionKind)
    return checked


def _complete(draft: Decision, given: Given, result: Result) -> Decision:
    """Fill in what the decision is about, checked against the account as it stands."""
    account = result.account
    if draft.kind in ("confirm", "reject"):
        return msgspec.structs.replace(draft, target=find_claim(account, given.ids[0]).id)
    if draft.kind == "edit":
        claim = edit_claim(find_claim(account, given.ids[0]), given.changes)
        return msgspec.structs.replace(draft, target=claim.id, claim=claim)
    if draft.kind == "add":
        report = _find_report(result, given.ids[0])
        claim = make_claim(report, result.texts[report], given.parts, given.changes)
        return msgspec.structs.replace(draft, target=claim.id, claim=claim)
    if draft.kind == "undo":
        return draft
    return _complete_for_incident(draft, given, result)


def _complete_for_incident(draft: Decision, given: Given, result: Result) -> Decision:
    incident = find_incident(result.account, given.ids[0])
    draft = msgspec.structs.replace(draft, target=incident.id, grade=given.grade)
    if draft.kind == "merge":
        other = find_incident(result.account, _second(given.ids, "the other incident"))
        pair = (incident.claims[0], other.claims[0])
        return msgspec.structs.replace(draft, other=other.id, claims=pair)
    if draft.kind == "split":
        _second(given.ids, "the claims that leave it")
        leaving = tuple(find_claim(result.account, name).id for name in given.ids[1:])
        staying = next((name for name in incident.claims if name not in leaving), None)
        if staying is None or not set(leaving) <= set(incident.claims):
            raise UsageError("Name claims of this incident, and not all of them.")
        return msgspec.structs.replace(draft, other=staying, claims=leaving)
    if draft.kind == "settle":
        return msgspec.structs.replace(draft, figure=_read_figure(given.figure))
    if draft.kind == "grade" and not given.grade:
        raise UsageError("Give the grade: --grade fair.")
    return draft


def _find_report(result: Result, name: str) -> str:
    found = [report.id for report in result.account.reports if report.id.startswith(name)]
    if len(found) != 1:
        raise UsageError(f"{name} names {len(found)} reports. Give the whole id of one.")
    return found[0]


def _second(ids: Sequence[str], what: str) -> str:
    if len(ids) < 2:
        raise UsageError(f"Name {what} too.")
    return ids[1]


def _read_part(words: str) -> Part:
    start, end = _split(words, ":", "--part")
    try:
        return int(start), int(end)
    except ValueError as error:
        raise UsageError(f"--part: “{words}” is no part. Give two numbers: 120:164.") from error


def _read_figure(words: str | None) -> Figure:
    try:
        outcome, status, value = (words or "").split(":")
        return msgspec.convert({"outcome": outcome, "status": status, "value": int(value)}, Figure)
    except (ValueError, msgspec.ValidationError) as error:
        raise UsageError("--figure needs outcome, status and number: killed:all:14.") from error


def _split(words: str, mark: str, option: str) -> tuple[str, str]:
    left, found, right = words.partition(mark)
    if not found or not left:
        raise UsageError(f"{option}: “{words}” lacks a “{mark}”.")
    return left, right
