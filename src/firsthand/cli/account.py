"""The command `firsthand account`: reports in, a sourced account out."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from firsthand.cli.cases import open_folder
from firsthand.cli.progress import Bars
from firsthand.errors import UsageError
from firsthand.ingest.dates import read_publication
from firsthand.ingest.documents import Fallback
from firsthand.ingest.formats import find_files, find_sites
from firsthand.keep.accounts import make_case_account
from firsthand.keep.cases import is_case
from firsthand.model.reports import is_unread
from firsthand.pipeline import Result, make_account
from firsthand.publish.formats import check_folder, write_account
from firsthand.settings import make_settings, read_clock
from firsthand.weigh.rules import DEFAULT_RULE, RULES, find_rule

# One process reads a short bundle faster than others take to load the parser (about 3 s each).
REPORTS_PER_WORKER = 20


class Profile(StrEnum):
    """Whom an account is for."""

    internal = "internal"
    public = "public"


Sources = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILES...",
        help="Files and folders, in any mix: .txt .html .pdf .docx .eml .warc .csv .zip and more.",
        show_default=False,
    ),
]
Out = Annotated[
    Path, typer.Option(help="Folder to write to; only our own files in it are replaced.")
]
Published = Annotated[
    str | None, typer.Option(help="Publication date of reports that state none: YYYY-MM-DD.")
]
Publisher = Annotated[str | None, typer.Option(help="Publisher of reports that state none.")]
Sites = Annotated[
    Path | None,
    typer.Option(
        help="Table of places (name,names,latitude,longitude,country,kind); "
        "by default the sites.csv beside the reports."
    ),
]
Workers = Annotated[
    int, typer.Option(min=0, help="Reading processes; 0 chooses by the number of files.")
]
TollRule = Annotated[
    str,
    typer.Option(
        "--toll-rule", help="How tolls are reconciled: " + ", ".join(f"“{name}”" for name in RULES)
    ),
]
ForWhom = Annotated[
    Profile, typer.Option(help="Whom it is for: internal keeps names and full texts.")
]


def account(
    sources: Sources,
    out: Out,
    published: Published = None,
    publisher: Publisher = None,
    sites: Sites = None,
    workers: Workers = 0,
    profile: ForWhom = Profile.internal,
    toll_rule: TollRule = DEFAULT_RULE,
) -> None:
    """Read reports and write the account of what they say happened, and who says so.

    The account is a machine's draft for internal use: it holds names and full texts. Of a case it
    is made by the rules in its case.toml, as its people decided.

    \b
    Examples:
      firsthand account reports/ --out account/
      firsthand account op-ed.txt --published 2011-04-08 --publisher "The Courier" --out account/
      firsthand account CASE --out account/
    """
    _check_profile(profile)
    _check_date(published)
    find_rule(toll_rule)
    check_folder(out)
    if len(sources) == 1 and is_case(sources[0]):
        result = make_case_account(open_folder(sources[0], None), read_clock())
        _tell(result)
        _write(result, out)
        raise typer.Exit(0)
    fallback = Fallback(publisher=publisher, published=published)
    result = _read(sources, fallback, sites, workers or _choose_workers(sources), toll_rule)
    _tell(result)
    _write(result, out)
    raise typer.Exit(1 if result.account.refused else 0)


def _read(
    sources: list[Path], fallback: Fallback, sites: Path | None, workers: int, rule: str
) -> Result:
    """Make the account of files and folders, with a bar."""
    with Bars() as bars:
        return make_account(
            sources,
            fallback=fallback,
            sites=(sites,) if sites is not None else find_sites(sources),
            settings=make_settings(workers=workers),
            progress=bars.show,
            rule=rule,
        )


def _write(result: Result, out: Path) -> None:
    if not result.account.reports:
        typer.echo(
            "Nothing could be read: no account was written. Give files like .txt, .html, .pdf, "
            ".docx, .eml, .warc, .csv or .zip, or a folder that holds some.",
            err=True,
        )
        raise typer.Exit(2)
    write_account(result.account, result.texts, out)
    typer.echo(f"Written to {out}: an internal draft, with names and full texts.", err=True)
    typer.echo(out / "account.json")


def _check_profile(profile: Profile) -> None:
    if profile is Profile.public:
        raise UsageError(
            "The profile “public” does not exist yet: it needs redaction. "
            "Use --profile internal, and do not publish what it writes."
        )


def _check_date(published: str | None) -> None:
    if published is None:
        return
    from_user = read_publication(published, "user", make_settings().today)
    if from_user.published is None:
        raise UsageError(
            f"--published: “{published}” is no date up to today. Give it as YYYY-MM-DD."
        )


def _choose_workers(sources: list[Path]) -> int:
    count = len(find_files(sources)[0])
    return max(1, min(os.cpu_count() or 1, count // REPORTS_PER_WORKER))


def _tell(result: Result) -> None:
    """Say what was read, found, refused and left out."""
    made = result.account
    kept = sum(is_unread(report) for report in made.reports)
    lines = [
        f"Read: {len(made.reports) - kept} reports{f'; kept unread: {kept}' if kept else ''}.",
        f"Found: {len(made.claims)} claims, {len(made.incidents)} incidents, "
        f"{len(made.actors)} actors, {len(made.victims)} victims described.",
    ]
    unread = sum(len(report.unread) for report in made.reports)
    if unread:
        lines.append(
            f"For people to check: {unread} sentences with numbers or violence gave no claim."
        )
    lines += [
        f"Caution: {report.title or report.id}: {caution.text}"
        for report in made.reports
        for caution in report.cautions
    ]
    lines += [
        f"Refused: {refusal.name}: {refusal.reason} {refusal.remedy}" for refusal in made.refused
    ]
    lines += [f"Left out: {line}" for line in result.left_out]
    for line in lines:
        typer.echo(line, err=True)
