"""The whole path on one page: files in, a sourced account out."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from firsthand.ingest.formats import Fallback
from firsthand.lexicon.gazetteers import prepare_gazetteer
from firsthand.lexicon.sites import load_sites
from firsthand.model.accounts import Account
from firsthand.model.readings import Reading
from firsthand.model.reports import Refusal
from firsthand.run.local import read_all
from firsthand.run.stages import read_document
from firsthand.settings import Settings

Progress = Callable[[str, int, int], None]


class Result(Struct, frozen=True, kw_only=True):
    """An account with the texts of its reports, by report id."""

    account: Account
    texts: Mapping[str, str]


def make_account(
    sources: Sequence[Path],
    *,
    fallback: Fallback,
    sites: Path | None,
    settings: Settings,
    progress: Progress,
) -> Result:
    """Read files and folders, link what they claim, weigh it, and give the account.

    `fallback` fills what a report does not say of itself; `progress` is called with a stage's
    name, how much of it is done, and how much there is.
    """
    known_sites = load_sites(sites) if sites is not None else ()
    gazetteer = prepare_gazetteer(settings, partial(progress, total=0))
    documents, refused = _ingest(sources, fallback, settings, progress)
    read = partial(read_document, gazetteer=gazetteer, sites=known_sites)
    results = read_all(documents, read, workers=settings.workers, progress=progress)
    readings = tuple(result for result in results if isinstance(result, Reading))
    refused += tuple(result for result in results if isinstance(result, Refusal))
    read_ids = {reading.report.id for reading in readings}
    texts = {item.report.id: item.text for item in documents if item.report.id in read_ids}
    account = join_readings(
        readings,
        tuple(item for item in documents if item.report.id in read_ids),
        refused=refused,
        software=name_software(),
    )
    return Result(account=account, texts=texts)
