"""The command `firsthand decide`: what people make of a machine's reading."""

from typing import Annotated

import msgspec
import typer

from firsthand.cli.cases import Folder, Who, open_folder
from firsthand.cli.entries import Given, read_given
from firsthand.errors import UsageError
from firsthand.keep.accounts import make_case_account
from firsthand.keep.cases import Case
from firsthand.keep.decisions import (
    check_figure,
    edit_claim,
    find_claim,
    find_decision,
    find_incident,
    make_claim,
)
from firsthand.keep.decisions import decide as keep_decision
from firsthand.model.decisions import KINDS, Decision
from firsthand.pipeline import Result
from firsthand.settings import read_clock

Kind = Annotated[str, typer.Argument(metavar="WHAT", help=f"One of: {', '.join(KINDS)}.")]
Ids = Annotated[
    list[str], typer.Argument(metavar="IDS...", help="What it is about: see the examples.")
]
Why = Annotated[str, typer.Option(help="Why: others must be able to follow it.")]
Change = Annotated[
    list[str] | None,
    typer.Option("--set", help="edit, add: a field and its value, stance=denied."),
]
NewPart = Annotated[
    list[str] | None, typer.Option(help="add: characters of the text that it rests on, 120:164.")
]
NewBox = Annotated[
    str | None,
    typer.Option(
        help="add: left,top,right,bottom in pixels of a picture; of a PDF's page 2:72,90,300,120."
    ),
]
NewTime = Annotated[
    str | None, typer.Option(help="add: from which to which second of a recording, 12.5:14.")
]
Quote = Annotated[str | None, typer.Option(help="add: the words seen or heard there.")]
Translation = Annotated[str | None, typer.Option(help="add: what these words mean in English.")]
Translator = Annotated[str | None, typer.Option(help="add: who translated them.")]
Settled = Annotated[
    str | None, typer.Option(help="settle: outcome, status and number, killed:all:14.")
]
Grade = Annotated[str | None, typer.Option(help="grade: by the scheme of case.toml, fair.")]


EXAMPLES = """\
    \b
    Examples:
      firsthand decide harbour confirm c-3f9a --why "read it in the report"
      firsthand decide harbour reject c-77ab --why "it speaks of another market"
      firsthand decide harbour edit c-3f9a --set casualties.0.low=12 --why "a dozen is 12 here"
      firsthand decide harbour add r-01ff --part 120:164 --set kind=act --why "was not read"
      firsthand decide harbour add market.jpg --box 40,80,300,140 --quote "…" \\
        --translation "market closed" --translator "I. Varn" --why "sign on the gate"
      firsthand decide harbour add call.mp3 --time 12.5:14 --quote "…" --why "heard there"
      firsthand decide harbour merge i-5a i-9c --why "one strike, told twice"
      firsthand decide harbour split i-5a c-77ab --why "the second strike"
      firsthand decide harbour include i-5a --why "inside period and area"
      firsthand decide harbour settle i-5a --figure killed:all:14 --why "hospital register"
      firsthand decide harbour grade i-5a --grade fair --why "two origins, no denial"
      firsthand decide harbour undo d-12ab --why "a mistake"
"""


def decide(
    folder: Folder,
    kind: Kind,
    ids: Ids,
    why: Why,
    change: Change = None,
    part: NewPart = None,
    box: NewBox = None,
    time: NewTime = None,
    quote: Quote = None,
    translation: Translation = None,
    translator: Translator = None,
    figure: Settled = None,
    grade: Grade = None,
    who: Who = None,
) -> None:
    """Confirm, reject, edit or add a claim; merge, split, include, settle or grade an incident.

    Every decision is kept with its reason, and can be undone by another one.
    """
    lists = {"--set": change or [], "--part": part or []}
    words = {
        "--box": box,
        "--time": time,
        "--quote": quote,
        "--translation": translation,
        "--translator": translator,
        "--figure": figure,
        "--grade": grade,
    }
    given = read_given(kind, ids, lists, words)
    typer.echo(_keep(open_folder(folder, who), given, why).id)


decide.__doc__ = f"{decide.__doc__}\n{EXAMPLES}"


def _keep(case: Case, given: Given, why: str) -> Decision:
    draft = Decision(
        id="", when=read_clock(), who=case.who, kind=given.kind, target=given.ids[0], why=why
    )
    if given.kind == "undo":
        found = find_decision(case, given.ids[0]).id
        return keep_decision(case, msgspec.structs.replace(draft, target=found))
    return keep_decision(case, _complete(draft, given, make_case_account(case, draft.when)))


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
        claim = make_claim(report, result.texts[report], given.entered, given.changes)
        return msgspec.structs.replace(draft, target=claim.id, claim=claim)
    return _complete_for_incident(draft, given, result)


def _complete_for_incident(draft: Decision, given: Given, result: Result) -> Decision:
    incident = find_incident(result.account, given.ids[0])
    draft = msgspec.structs.replace(draft, target=incident.id, grade=given.grade)
    if draft.kind == "merge":
        other = find_incident(result.account, given.ids[1])
        pair = (incident.claims[0], other.claims[0])
        return msgspec.structs.replace(draft, other=other.id, claims=pair)
    if draft.kind == "split":
        leaving = tuple(find_claim(result.account, name).id for name in given.ids[1:])
        staying = next((name for name in incident.claims if name not in leaving), None)
        if staying is None or not set(leaving) <= set(incident.claims):
            raise UsageError("Name claims of this incident, and not all of them.")
        return msgspec.structs.replace(draft, other=staying, claims=leaving)
    if draft.kind == "settle":
        return msgspec.structs.replace(draft, figure=check_figure(incident, given.figure))
    return draft


def _find_report(result: Result, name: str) -> str:
    """Find a report by the beginning of its id or of its SHA-256, or by its whole title."""
    found = [
        report.id
        for report in result.account.reports
        if report.id.startswith(name) or report.sha256.startswith(name) or report.title == name
    ]
    if not found:
        raise UsageError(f"There is no report {name}. Give its id, its SHA-256 or its title.")
    if len(found) > 1:
        raise UsageError(f"{name} names {len(found)} reports: {', '.join(found)}. Give one id.")
    return found[0]
