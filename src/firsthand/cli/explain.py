"""The command `firsthand explain`: why a claim says what it says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from firsthand.errors import BrokenAccount, UsageError
from firsthand.model.accounts import Account, decode_account
from firsthand.model.attributions import Link
from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident
from firsthand.publish.wordings import show_source


def explain(
    folder: Annotated[Path, typer.Argument(metavar="ACCOUNT", help="Folder of an account.")],
    name: Annotated[
        str, typer.Argument(metavar="CLAIM", help="Id of a claim, or its first characters.")
    ],
) -> None:
    """Tell why a claim, its figures, speakers, time and place are read as they are.

    \b
    Example:
      firsthand explain account/ c-3f9a
    """
    account = _load(folder)
    claim = _find(account, name)
    text = _load_text(folder, account, claim)
    for line in tell_claim(account, claim, text):
        typer.echo(line)


def tell_claim(account: Account, claim: Claim, text: str) -> Iterator[str]:
    """Tell a claim line by line: its words, and for each finding the pattern and the reason."""
    report = next(report for report in account.reports if report.id == claim.report)
    spans = ", ".join(f"{start}–{end}" for start, end in claim.parts)
    yield f"Claim {claim.id} ({claim.kind}, {claim.stance}, review: {claim.review})"
    yield f"  Report: {report.title or report.id}; {report.publisher or 'publisher unknown'}"
    where = f"characters {spans} of {report.text_file}" if spans else "entered by people"
    yield f"  Words: “{_flatten(claim.quote)}” ({where})"
    if claim.source is not None:
        yield f"  Rests on: {show_source(claim.source)}"
    if claim.translation:
        yield f"  Translated by {claim.translator}: “{_flatten(claim.translation)}”"
    yield f"  Found by: {claim.pattern}"
    if not claim.attribution:
        yield "  Said by: the report's author (no other speaker holds these words)"
    for number, link in enumerate(claim.attribution, start=1):
        yield f"  {number}. {_tell_link(link)}"
    yield from _tell_findings(claim)
    for flag in claim.flags:
        yield f"  Flag: {flag.kind}: “{_flatten(text[flag.start : flag.end])}”"
    incident = next((item for item in account.incidents if item.id == claim.incident), None)
    yield from _tell_incident(claim, incident)


def _tell_link(link: Link) -> str:
    words = f"{link.role}: {_flatten(link.speaker) if link.speaker else 'nobody named'}"
    details = [f"cue “{link.cue}”" if link.cue else "no cue", f"pattern: {link.pattern}"]
    if link.resolved_by:
        details.append(f"who it is: {link.resolved_by}")
    if link.standing:
        details.append(f"standing: {link.standing}")
    if link.firsthand is not None:
        details.append("says they were there" if link.firsthand else "says they were not there")
    return f"{words} ({'; '.join(details)})"


def _tell_findings(claim: Claim) -> Iterator[str]:
    if claim.act is not None:
        yield f"  Act: {claim.act.type}, {claim.act.form} (pattern: {claim.act.pattern})"
        for role in ("agents", "targets", "instruments"):
            for person in getattr(claim.act, role):
                tie = f", {person.confidence}" if person.confidence else ""
                yield f"    {role[:-1]}: {_flatten(person.text)}{tie}"
    for count in claim.casualties:
        figure = f"{_show(count.low)} to {_show(count.high)}"
        yield f"  Count: {figure} {count.outcome}, status {count.status}, {count.counting}"
        yield f"    from “{_flatten(count.text)}” (pattern: {count.pattern})"
    if claim.time is not None:
        words = f"“{claim.time.text}” " if claim.time.text else ""
        yield f"  Time: {claim.time.start or '…'} to {claim.time.end or '…'} {words}"
        yield f"    because: {claim.time.reason} (basis: {claim.time.basis})"
    if claim.place is not None:
        yield f"  Place: {claim.place.name} ({claim.place.precision})"
        yield f"    because: {claim.place.reason}"
    for norm in claim.norms:
        yield f"  Norm: {norm.name} ({norm.kind}, {norm.relation})"


def _tell_incident(claim: Claim, incident: Incident | None) -> Iterator[str]:
    if incident is None:
        yield "  Incident: none"
        return
    yield f"  Incident: {incident.title} ({incident.id})"
    if incident.reason:
        yield f"    because: {incident.reason}"
    for toll in incident.tolls:
        if claim.id in toll.claims:
            yield f"  Decides the toll of {toll.outcome} ({toll.status}): {toll.reason}"
        for exclusion in toll.excluded:
            if exclusion.claim == claim.id:
                yield f"  Left out of the toll of {toll.outcome}: {exclusion.reason}"


def _load(folder: Path) -> Account:
    path = folder / "account.json"
    try:
        return decode_account(path.read_bytes())
    except OSError as error:
        raise BrokenAccount(
            f"{path} cannot be opened: {error.strerror}. Give a folder that "
            "`firsthand account` wrote."
        ) from error
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise BrokenAccount(f"{path} is not an account: {error}. Write it again.") from error


def _find(account: Account, name: str) -> Claim:
    found = [claim for claim in account.claims if claim.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"No claim is named {json.dumps(name)}. The ids stand in claims.csv.")
    raise UsageError(f"{len(found)} claims start with {json.dumps(name)}. Give more characters.")


def _load_text(folder: Path, account: Account, claim: Claim) -> str:
    report = next(report for report in account.reports if report.id == claim.report)
    try:
        return (folder / report.text_file).read_bytes().decode("utf-8")
    except OSError as error:
        raise BrokenAccount(
            f"{folder / report.text_file} cannot be opened: {error.strerror}. "
            "Write the account again."
        ) from error


def _flatten(words: str) -> str:
    """Write words on one line, without what could steer a terminal."""
    return "".join(
        character if character.isprintable() else " " for character in " ".join(words.split())
    )


def _show(bound: int | None) -> str:
    return "open" if bound is None else str(bound)
