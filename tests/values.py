"""Values built by hand, with only what a test needs; everything in them is fictional."""

from firsthand.model.actors import Actor, ActorType, Name
from firsthand.model.acts import Act, Participant
from firsthand.model.attributions import Link, Role, Stance
from firsthand.model.casualties import Casualties, Counting, Outcome, Status
from firsthand.model.claims import Claim, Kind
from firsthand.model.places import Place, PlacePrecision
from firsthand.model.readings import Reading
from firsthand.model.reports import Report
from firsthand.model.times import Precision, TimeSpan


def make_report(
    name: str = "r-1",
    *,
    publisher: str | None = None,
    published: str | None = "2019-05-15",
    title: str | None = None,
    genre: str | None = None,
) -> Report:
    return Report(
        id=name,
        title=title,
        publisher=publisher,
        author=None,
        published=published,
        published_basis=None if published is None else "header",
        language="en",
        genre=genre,
        uri=None,
        sha256="0" * 64,
        text_file=f"texts/{name}.txt",
        text_sha256="0" * 64,
        length=1000,
        extractor="plain 1",
    )


def make_reading(report: Report, *claims: Claim, places: tuple[Place, ...] = ()) -> Reading:
    return Reading(report=report, claims=claims, actors=(), victims=(), places=places)


def make_claim(
    name: str,
    *,
    report: str = "r-1",
    start: int = 100,
    kind: Kind | None = None,
    stance: Stance = "asserted",
    speakers: tuple[Link, ...] = (),
    act: Act | None = None,
    counts: tuple[Casualties, ...] = (),
    time: TimeSpan | None = None,
    place: Place | None = None,
    incident: str | None = None,
) -> Claim:
    return Claim(
        id=name,
        report=report,
        parts=((start, start + 20),),
        quote="words of the report.",
        kind=kind or ("casualties" if act is None and counts else "act"),
        stance=stance,
        incident=incident,
        pattern="by hand",
        attribution=speakers,
        act=act,
        casualties=counts,
        time=time,
        place=place,
    )


def make_link(
    speaker: str,
    *,
    actor: str | None = None,
    speaks_for: str | None = None,
    role: Role = "speaker",
) -> Link:
    return Link(
        role=role,
        speaker=speaker,
        actor=actor,
        manner="indirect",
        cue="said",
        speaker_span=(0, len(speaker)),
        cue_span=(90, 94),
        speaks_for=speaks_for,
        pattern="by hand",
    )


def make_act(
    act_type: str = "killing",
    *,
    agents: tuple[str, ...] = (),
    targets: tuple[str, ...] = (),
    negated: bool = False,
    actor: str | None = None,
) -> Act:
    return Act(
        type=act_type,
        form="active",
        start=100,
        end=106,
        agents=tuple(
            Participant(text=words, actor=actor, start=90, end=95, confidence="stated")
            for words in agents
        ),
        targets=tuple(Participant(text=words, start=110, end=115) for words in targets),
        negated=negated,
        pattern="by hand",
    )


def make_count(
    low: int | None,
    high: int | None,
    *,
    outcome: Outcome = "killed",
    text: str | None = None,
    vague: bool = False,
    counting: Counting = "total",
    status: Status = "unknown",
    scope: str | None = None,
    part_of: str | None = None,
    name: str = "n-1",
) -> Casualties:
    return Casualties(
        id=name,
        outcome=outcome,
        low=low,
        high=high,
        vague=vague,
        counting=counting,
        status=status,
        group="people",
        scope=scope,
        text=f"{low} people" if text is None else text,
        start=100,
        end=109,
        part_of=part_of,
        pattern="by hand",
    )


def make_time(start: str, end: str | None = None, precision: Precision = "day") -> TimeSpan:
    return TimeSpan(
        start=start,
        end=end if end is not None else start[:-2] + f"{int(start[-2:]) + 1:02d}",
        precision=precision,
        text="on Tuesday",
        span=(0, 10),
        basis="publication date",
        reason="by hand",
    )


def make_place(
    name: str,
    latitude: float | None = 41.2,
    longitude: float | None = -28.4,
    *,
    precision: PlacePrecision = "town",
    country: str | None = None,
) -> Place:
    return Place(
        name=name,
        text=name,
        start=0,
        end=len(name),
        latitude=latitude,
        longitude=longitude,
        precision=precision,
        country=country,
        geonames=None,
        site=None,
        reason="by hand",
    )


def make_actor(name: str, actor_type: ActorType = "organisation", report: str = "r-1") -> Actor:
    return Actor(
        id=f"a-{name}",
        name=name,
        type=actor_type,
        names=(Name(text=name, report=report, start=0, end=len(name), reason="full name"),),
    )
