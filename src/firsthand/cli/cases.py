"""The commands that make, fill, check and copy a case."""

from pathlib import Path
from typing import Annotated

import typer

from firsthand.cli.passphrases import ask_passphrase, unlock
from firsthand.cli.progress import Bars
from firsthand.errors import UsageError
from firsthand.ingest.documents import Fallback
from firsthand.ingest.formats import find_sites
from firsthand.keep.accounts import make_case_account
from firsthand.keep.additions import Added, Intake, add_files
from firsthand.keep.backups import backup_case, restore_case
from firsthand.keep.cases import Case, init_case, open_case
from firsthand.keep.checkpoints import sign_case, timestamp_case
from firsthand.keep.checks import verify_case
from firsthand.keep.erasures import erase_report
from firsthand.keep.histories import Step, tell_history
from firsthand.keep.packages import package_case
from firsthand.keep.rereads import reread_case
from firsthand.settings import make_settings, name_user, read_clock
from firsthand.store.locks import is_locked

Folder = Annotated[Path, typer.Argument(metavar="CASE", help="Folder of the case.")]
Who = Annotated[
    str | None,
    typer.Option(help="Who does it; else FIRSTHAND_WHO, else your name on this machine."),
]
Database = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Keep the database on a server: postgresql://HOST/NAME, the password in ~/.pgpass.",
    ),
]
Target = Annotated[Path, typer.Argument(metavar="FOLDER", help="New folder to write.")]


def init(
    folder: Folder,
    title: Annotated[str, typer.Option(help="What the case is about.")] = "",
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help="Nothing in it can be read without a passphrase.")
    ] = False,
    database: Database = None,
    who: Who = None,
) -> None:
    """Make a case: a folder that keeps reports, readings, decisions and their history.

    What it counts, and by which rules, stands in its case.toml: fill that in first. An encrypted
    case has none: `firsthand settings` shows and sets it.

    The passphrase is asked for, or read from the file that FIRSTHAND_PASSPHRASE_FILE names. Whoever
    loses it loses the case: nothing else opens it.

    \b
    Examples:
      firsthand init harbour --title "Shelling of the harbour market"
      firsthand init harbour --encrypt
      firsthand init harbour --database postgresql://db.example/harbour
    """
    init_case(
        folder,
        title=title or folder.name,
        who=who or name_user(),
        when=read_clock(),
        database=database,
        passphrase=ask_passphrase(new=True) if encrypt else None,
    )
    place = "with firsthand settings" if encrypt else f"in {folder / 'case.toml'}"
    typer.echo(f"Made. Say {place} what the case counts, then add reports:", err=True)
    typer.echo(f"  firsthand add {folder} FILES...", err=True)


def add(
    folder: Folder,
    sources: Annotated[
        list[Path], typer.Argument(metavar="FILES...", help="Files and folders, in any mix.")
    ],
    published: Annotated[
        str | None, typer.Option(help="Publication date of reports that state none: YYYY-MM-DD.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(help="Publisher of reports that state none.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Reading processes.")] = 1,
    who: Who = None,
) -> None:
    """Add reports to a case: original bytes are kept, and what is new is read.

    Adding the same files again adds nothing; after an interruption it goes on where it stopped.

    \b
    Example:
      firsthand add harbour downloads/
    """
    case = open_folder(folder, who)
    intake = Intake(
        fallback=Fallback(publisher=publisher, published=published),
        sites=find_sites(sources),
        settings=make_settings(workers=workers),
        when=read_clock(),
    )
    with Bars() as bars:
        added = add_files(case, sources, intake, bars.show)
    _tell_added(added)
    raise typer.Exit(1 if added.refused else 0)


def reread(
    folder: Folder,
    workers: Annotated[int, typer.Option(min=1, help="Reading processes.")] = 1,
    who: Who = None,
) -> None:
    """Read every report of a case anew with this version; earlier readings stay beside it.

    Decisions stay on the claims that still stand; those that need another look are listed.

    \b
    Example:
      firsthand reread harbour
    """
    case, when = open_folder(folder, who), read_clock()
    with Bars() as bars:
        done = reread_case(case, make_settings(workers=workers), when, bars.show)
    typer.echo(
        f"Read anew: {done.reports} reports; {len(done.changed)} gave another reading.", err=True
    )
    for refusal in done.refused:
        typer.echo(f"Failed: {refusal.name}: {refusal.reason} {refusal.remedy}", err=True)
    for line in make_case_account(case, when).left_out:
        typer.echo(line, err=True)
    raise typer.Exit(1 if done.refused else 0)


def history(
    folder: Folder,
    name: Annotated[
        str,
        typer.Argument(metavar="ID", help="Id of a claim, incident or report, or its beginning."),
    ],
) -> None:
    """Tell everything that ever happened to a claim, an incident or a report.

    \b
    Example:
      firsthand history harbour c-3f9a5e0b12c4d678
    """
    told = tell_history(open_folder(folder, None), name)
    if not told.steps and not told.merged and told.now is None:
        raise UsageError(
            f"The case knows nothing of {name}. The page of the account and account.json show the "
            "ids of claims, incidents and reports."
        )
    typer.echo(told.name)
    if told.report is not None:
        typer.echo(f"read in {told.report}")
    if told.now is not None:
        typer.echo(f"part of {told.now} now: see its history for what came after")
    for merged in told.merged:
        typer.echo(f"{merged} was merged into it")
    for step in told.steps:
        typer.echo(_write_step(step, told.name))


def verify(
    folder: Folder,
    checkpoint: Annotated[
        list[Path] | None,
        typer.Option(help="A signed checkpoint that was kept outside the case; may be repeated."),
    ] = None,
) -> None:
    """Check evidence, ledger and database: clean, or exactly what is wrong.

    Without a checkpoint kept elsewhere nobody can see that a whole case was put back to an
    earlier state.

    \b
    Example:
      firsthand verify harbour --checkpoint ~/harbour-checkpoint.txt
    """
    outside = [path.read_text("utf-8") for path in checkpoint or ()]
    findings = verify_case(open_folder(folder, None), outside)
    for finding in findings:
        typer.echo(f"{finding.where}: {finding.code}: {finding.text}")
    if findings:
        typer.echo(f"The case is not what was kept: {len(findings)} findings.", err=True)
        raise typer.Exit(2)
    typer.echo("Clean: evidence, ledger and database are what was kept.", err=True)


def checkpoint(
    folder: Folder,
    out: Annotated[Path | None, typer.Option(help="File for a copy of it, to give away.")] = None,
    who: Who = None,
) -> None:
    """Sign the state of a case. Give a copy to somebody outside: it proves what stood then.

    \b
    Example:
      firsthand checkpoint harbour --out harbour-checkpoint.txt
    """
    note = sign_case(open_folder(folder, who), read_clock())
    if out is not None:
        out.write_text(note, "utf-8")
    typer.echo(note, nl=False)


def timestamp(
    folder: Folder,
    url: Annotated[str, typer.Option(help="Address of a time-stamping authority (RFC 3161).")],
    roots: Annotated[Path, typer.Option(help="The authority's root certificates, in PEM.")],
    who: Who = None,
) -> None:
    """Have an authority attest the time of the last checkpoint. This uses the network.

    Only a digest of the checkpoint is sent.

    \b
    Example:
      firsthand timestamp harbour --url https://tsa.example/ --roots tsa-roots.pem
    """
    stamp = timestamp_case(open_folder(folder, who), url, roots, read_clock())
    typer.echo(f"{stamp.when.isoformat()} by {stamp.authority or 'an unnamed authority'}")


def backup(folder: Folder, target: Target, who: Who = None) -> None:
    """Copy a case whole into a new folder, and verify the copy.

    \b
    Example:
      firsthand backup harbour /media/disk/harbour-2019-06-01
    """
    backup_case(open_folder(folder, who), target, read_clock())
    typer.echo(f"Copied to {target} and verified.", err=True)


def restore(
    source: Annotated[Path, typer.Argument(metavar="BACKUP", help="Folder of the backup.")],
    target: Annotated[Path, typer.Argument(metavar="CASE", help="New folder for the case.")],
    database: Database = None,
    who: Who = None,
) -> None:
    """Put a backup back as a case; one that is not whole is refused.

    \b
    Example:
      firsthand restore /media/disk/harbour-2019-06-01 harbour
    """
    restore_case(
        source,
        target,
        who=who or name_user(),
        when=read_clock(),
        database=database,
        keys=unlock(source),
    )
    typer.echo(f"Restored to {target} and verified.", err=True)


def package(folder: Folder, target: Target, who: Who = None) -> None:
    """Write a case as a folder that anyone can verify with sha256sum, openssl and Python.

    It holds names and full texts, and is not encrypted even if the case is: it is for courts and
    partners, not for publication.

    \b
    Example:
      firsthand package harbour harbour-for-the-court
    """
    package_case(open_folder(folder, who), target, read_clock())
    if is_locked(folder):
        typer.echo("The package is not encrypted: whoever has it can read it.", err=True)
    typer.echo(f"Written to {target}. HOW-TO-VERIFY.txt in it says how.", err=True)


def erase(
    folder: Folder,
    name: Annotated[str, typer.Argument(metavar="REPORT", help="Whole id of the report.")],
    why: Annotated[str, typer.Option(help="Who asked for it, and on what ground.")],
    who: Who = None,
) -> None:
    """Destroy a report, its original and what was decided on it; the ledger shows that it was.

    Backups, packages and accounts made before still hold it: tell those who have them.

    \b
    Example:
      firsthand erase harbour r-1eb6eda7bceefa18 --why "court order 12/2019"
    """
    tombstones = erase_report(open_folder(folder, who), name, why=why, when=read_clock())
    for tombstone in tombstones:
        typer.echo(f"entry {tombstone.sequence} erased; its leaf {tombstone.leaf} stays")


def open_folder(folder: Path, who: str | None) -> Case:
    """Open a case for whoever works on it."""
    return open_case(
        folder, who=who or name_user(), when=read_clock(), warn=_warn, keys=unlock(folder)
    )


def _warn(line: str) -> None:
    typer.echo(line, err=True)


def _tell_added(added: Added) -> None:
    typer.echo(f"Added: {len(added.new)} reports; {added.known} were there already.", err=True)
    if added.unread:
        typer.echo(
            f"Kept unread: {len(added.unread)} of them: pictures, sound, film, other languages. "
            "What they show and say is for people to enter: firsthand decide CASE add …",
            err=True,
        )
    for refusal in added.refused:
        typer.echo(f"Refused: {refusal.name}: {refusal.reason} {refusal.remedy}", err=True)
    for line in added.left_out:
        typer.echo(f"Left out: {line}", err=True)


def _write_step(step: Step, name: str) -> str:
    about = "" if step.about == name else f" of {step.about}"
    line = f"{step.when}  {step.who}  {step.kind}{about}"
    if step.decision is None:
        return line
    return f"{line}: {step.decision.kind} ({step.decision.id}): {step.decision.why}"
