"""The whole path on one page: files in, a sourced account out."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import metadata
from pathlib import Path

from msgspec import Struct, structs

from firsthand.ingest.documents import Fallback
from firsthand.ingest.formats import ingest_all
from firsthand.lexicon.gazetteers import name_gazetteer, open_gazetteer
from firsthand.lexicon.sites import Site, load_sites
from firsthand.link.actors import merge_actors
from firsthand.link.copies import find_copies
from firsthand.link.incidents import find_incidents
from firsthand.link.relations import relate_incidents
from firsthand.link.victims import merge_victims
from firsthand.model.accounts import Account, Software
from firsthand.model.acts import Participant
from firsthand.model.claims import Claim
from firsthand.model.decisions import Verdict
from firsthand.model.incidents import Incident, Related
from firsthand.model.readings import Reading
from firsthand.model.reports import Document, Refusal
from firsthand.model.victims import Victim
from firsthand.read.claims import read_report
from firsthand.run.local import read_all
from firsthand.run.parsers import Parser
from firsthand.settings import Settings
from firsthand.text.models import name_model
from firsthand.weigh.incidents import (
    NO_CHOICES,
    Choices,
    Evidence,
    gather_evidence,
    weigh_incident,
)
from firsthand.weigh.rules import DEFAULT_RULE

Progress = Callable[[str, int, int], None]


class Read(Struct, frozen=True, kw_only=True):
    """What was read in reports, in their order, with the versions that read it."""

    results: tuple[Reading | Refusal, ...]
    software: Software


class Result(Struct, frozen=True, kw_only=True):
    """An account with the texts of its reports by report id, and what was left out and why."""

    account: Account
    texts: Mapping[str, str]
    left_out: tuple[str, ...]


def make_account(
    sources: Sequence[Path],
    *,
    fallback: Fallback,
    sites: Sequence[Path],
    settings: Settings,
    progress: Progress,
    rule: str = DEFAULT_RULE,
) -> Result:
    """Read files and folders, link what they claim, weigh it, and give the account.

    `fallback` fills what a report does not say of itself; `progress` is called with a stage's
    name, how much of it is done, and how much there is; `rule` names one of the toll rules.
    """
    with Parser(warn=lambda line: progress(line, 0, 0)) as parser:
        ingested = ingest_all(sources, fallback, settings, progress, parser.read)
    known_sites = tuple(site for table in sites for site in load_sites(table))
    read = read_documents(ingested.documents, known_sites, settings, progress)
    readings = tuple(item for item in read.results if isinstance(item, Reading))
    refused = ingested.refused + tuple(item for item in read.results if isinstance(item, Refusal))
    kept = {reading.report.id for reading in readings}
    documents = tuple(item for item in ingested.documents if item.report.id in kept)
    progress("linking and weighing", 0, 0)
    return Result(
        account=join_readings(
            readings, documents, refused, read.software, choices=Choices(rule=rule)
        ),
        texts={document.report.id: document.text for document in documents},
        left_out=ingested.left_out,
    )


def read_documents(
    documents: Sequence[Document], sites: Sequence[Site], settings: Settings, progress: Progress
) -> Read:
    """Read what reports claim, one by one; one that fails is refused, the others go on."""
    gazetteer = open_gazetteer(settings, lambda line: progress(line, 0, 0))
    read = partial(read_report, gazetteer=gazetteer, sites=tuple(sites))
    results = read_all(documents, read, workers=settings.workers, progress=progress)
    return Read(results=results, software=name_software())


def join_readings(
    readings: Sequence[Reading],
    documents: Sequence[Document],
    refused: tuple[Refusal, ...],
    software: Software,
    *,
    choices: Choices = NO_CHOICES,
    verdicts: Sequence[Verdict] = (),
) -> Account:
    """Link the readings of many reports into incidents and weigh each by what a case chose.

    What people said of two claims, in `verdicts`, comes before any score.
    """
    read = {reading.report.id: reading.report for reading in readings}
    copies = find_copies([structs.replace(item, report=read[item.report.id]) for item in documents])
    actors, actor_names = merge_actors(readings)
    victims, _ = merge_victims(readings)
    readings = tuple(_rename_actors(reading, actor_names) for reading in readings)
    kept = [_drop_rejected(reading) for reading in readings]
    incidents = find_incidents(kept, copies, verdicts)
    claims = _assign_incidents(readings, incidents)
    victims = _assign_victims(victims, incidents)
    counted = [claim for claim in claims if not claim.rejected]
    evidence = gather_evidence(counted, tuple(read.values()), copies, actors, victims)
    return Account(
        software=software,
        reports=tuple(read.values()),
        refused=refused,
        claims=claims,
        actors=actors,
        victims=victims,
        copies=copies,
        incidents=_weigh_all(incidents, relate_incidents(incidents, counted), evidence, choices),
    )


def _weigh_all(
    incidents: Sequence[Incident],
    related: Mapping[str, tuple[Related, ...]],
    evidence: Evidence,
    choices: Choices,
) -> tuple[Incident, ...]:
    return tuple(
        structs.replace(
            weigh_incident(incident, evidence, choices), related=related.get(incident.id, ())
        )
        for incident in incidents
    )


def name_software() -> Software:
    """Name the versions that an account is made with."""
    return Software(
        firsthand=f"firsthand {metadata.version('firsthand')}",
        model=name_model(),
        gazetteer=name_gazetteer(),
    )


def _drop_rejected(reading: Reading) -> Reading:
    """Leave out the claims that people found not to be made: they are shown and never linked."""
    kept = tuple(claim for claim in reading.claims if not claim.rejected)
    return reading if len(kept) == len(reading.claims) else structs.replace(reading, claims=kept)


def _rename_actors(reading: Reading, names: Mapping[str, str]) -> Reading:
    """Point the links and participants of a reading to the actors of the whole account."""
    return structs.replace(
        reading, claims=tuple(_rename_in_claim(claim, names) for claim in reading.claims)
    )


def _rename_in_claim(claim: Claim, names: Mapping[str, str]) -> Claim:
    links = tuple(
        structs.replace(
            link,
            actor=_rename(link.actor, names),
            speaks_for=_rename(link.speaks_for, names),
        )
        for link in claim.attribution
    )
    act = claim.act
    if act is not None:
        act = structs.replace(
            act,
            agents=_rename_people(act.agents, names),
            targets=_rename_people(act.targets, names),
        )
    return structs.replace(claim, attribution=links, act=act)


def _rename_people(
    people: tuple[Participant, ...], names: Mapping[str, str]
) -> tuple[Participant, ...]:
    return tuple(structs.replace(person, actor=_rename(person.actor, names)) for person in people)


def _rename(actor: str | None, names: Mapping[str, str]) -> str | None:
    return None if actor is None else names.get(actor, actor)


def _assign_incidents(
    readings: Sequence[Reading], incidents: Sequence[Incident]
) -> tuple[Claim, ...]:
    homes = {claim: incident.id for incident in incidents for claim in incident.claims}
    return tuple(
        structs.replace(claim, incident=homes.get(claim.id))
        for reading in readings
        for claim in reading.claims
    )


def _assign_victims(victims: Sequence[Victim], incidents: Sequence[Incident]) -> tuple[Victim, ...]:
    """A victim belongs to an incident if all of their claims that have one agree on it."""
    homes = {claim: incident.id for incident in incidents for claim in incident.claims}
    assigned = []
    for victim in victims:
        found = {homes[claim] for claim in victim.claims if claim in homes}
        incident = found.pop() if len(found) == 1 else None
        assigned.append(structs.replace(victim, incident=incident))
    return tuple(assigned)
