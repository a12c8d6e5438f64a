"""Checkpoints: the state of a case, signed; and the time of it, attested by an authority."""

from pathlib import Path

from firsthand.errors import BrokenLedger, UsageError
from firsthand.keep.cases import Case, change, load_signer, tell
from firsthand.store.authorities import download_timestamp
from firsthand.store.checkpoints import Checkpoint, open_checkpoint
from firsthand.store.keys import read_key
from firsthand.store.ledgers import checkpoint_ledger, open_ledger
from firsthand.store.records import load_checkpoints, load_fact, save_checkpoint, save_token
from firsthand.store.rows import SqlRows
from firsthand.store.timestamps import Timestamp, make_request, read_roots, verify_timestamp


def sign_case(case: Case, when: str) -> str:
    """Sign the ledger as it stands now and keep the note; give a copy to somebody outside.

    Raises ForkedHistory if the ledger does not continue the checkpoint signed before.
    """
    origin, private = load_signer(case)
    earlier = load_last(case)
    with change(case) as connection:
        note = checkpoint_ledger(open_ledger(SqlRows(connection)), origin, private, earlier)
        kept = save_checkpoint(connection, note, when)
        tell(case, connection, "checkpoint", when, subjects=(), kept=(kept,))
    return note


def load_last(case: Case) -> Checkpoint | None:
    """Load the last checkpoint that was signed, or None; raises BrokenLedger if it is damaged."""
    with case.engine.connect() as connection:
        notes = load_checkpoints(connection)
        key = read_key(load_fact(connection, "key") or "")
    return open_checkpoint(notes[-1][1], key) if notes else None


def timestamp_case(case: Case, url: str, roots: Path, when: str) -> Timestamp:
    """Have an authority attest the time of the last checkpoint, and keep its answer as it came.

    The one command that uses the network. Raises UsageError if nothing was signed yet.
    """
    with case.engine.connect() as connection:
        notes = load_checkpoints(connection)
    if not notes:
        raise UsageError("There is no checkpoint yet. Make one first: firsthand checkpoint.")
    number, note, _ = notes[-1]
    try:
        trusted = read_roots(roots.read_bytes())
    except OSError as error:
        raise UsageError(f"The file of roots cannot be read: {error}.") from error
    request = make_request(note.encode())
    token = download_timestamp(url, request)
    stamp = verify_timestamp(token, note.encode(), trusted, request.nonce)
    with change(case) as connection:
        kept = save_token(connection, number, token)
        about = (f"checkpoint-{number}",)
        tell(case, connection, "timestamp", when, subjects=about, kept=(kept,))
    return stamp


def check_timestamps(case: Case, roots: Path) -> int:
    """Count the timestamps that hold against an authority's roots; raises BrokenLedger for one."""
    trusted = read_roots(roots.read_bytes())
    with case.engine.connect() as connection:
        stamped = [
            (number, note, token)
            for number, note, token in load_checkpoints(connection)
            if token is not None
        ]
    for number, note, token in stamped:
        try:
            verify_timestamp(token, note.encode(), trusted)
        except BrokenLedger as error:
            raise BrokenLedger(f"checkpoint {number}: {error}") from error
    return len(stamped)
