"""A small account built by hand, with hostile words where reports may have them."""

from firsthand.model.accounts import Account, Software
from firsthand.model.actors import Actor, Name
from firsthand.model.acts import Act, Participant
from firsthand.model.attributions import Link
from firsthand.model.casualties import Casualties
from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, OriginCount, Sources, Toll
from firsthand.model.places import Place
from firsthand.model.reports import Refusal, Report
from firsthand.model.times import TimeSpan

TEXT = "=cmd|calc <script>alert(1)</script> said nine people were killed in Belmuro on Tuesday."
START = TEXT.index("nine")
END = TEXT.index(".")

PLACE = Place(
    name="Belmuro",
    text="Belmuro",
    start=TEXT.index("Belmuro"),
    end=TEXT.index("Belmuro") + 7,
    latitude=41.2,
    longitude=-28.4,
    precision="town",
    country=None,
    geonames=None,
    site="Belmuro",
    reason="listed in sites.csv",
)
TIME = TimeSpan(
    start="2019-05-14",
    end="2019-05-15",
    precision="day",
    text="on Tuesday",
    span=(TEXT.index("on Tuesday"), END),
    basis="publication date",
    reason="the Tuesday before publication",
)
REPORT = Report(
    id="r-0000000000000001",
    title="<b>Nine</b> killed",
    publisher="@SUM(A1)",
    author=None,
    published="2019-05-15",
    published_basis="header",
    language="en",
    genre=None,
    uri=None,
    sha256="ab" * 32,
    text_file="texts/r-0000000000000001.txt",
    text_sha256="cd" * 32,
    length=len(TEXT),
    extractor="plain 1",
)
CLAIM = Claim(
    id="c-0000000000000001",
    report=REPORT.id,
    parts=((START, END),),
    quote=TEXT[START:END],
    kind="act",
    stance="asserted",
    incident="i-0000000000000001",
    pattern="passive",
    attribution=(
        Link(
            role="speaker",
            speaker="=cmd|calc <script>alert(1)</script>",
            manner="indirect",
            cue="said",
            speaker_span=(0, 35),
            cue_span=(36, 40),
            pattern="say ccomp",
        ),
    ),
    act=Act(
        type="killing",
        form="passive",
        start=START + 17,
        end=START + 23,
        targets=(Participant(text="nine people", start=START, end=START + 11),),
        pattern="passive",
    ),
    casualties=(
        Casualties(
            id="k-0000000000000001",
            outcome="killed",
            low=9,
            high=9,
            group="people",
            text="nine people",
            start=START,
            end=START + 11,
            pattern="passive subject",
        ),
    ),
    time=TIME,
    place=PLACE,
)
TOLL = Toll(
    outcome="killed",
    status="all",
    side=None,
    scope=None,
    low=9,
    high=9,
    open=False,
    rule="range of latest",
    reason="one figure",
    claims=(CLAIM.id,),
)
INCIDENT = Incident(
    id="i-0000000000000001",
    title="Killing, Belmuro, 14 May 2019",
    time=TIME,
    place=PLACE,
    acts=("killing",),
    claims=(CLAIM.id,),
    reports=(REPORT.id,),
    tolls=(TOLL,),
    sources=Sources(reports=1, publishers=1, origins=OriginCount(low=1, high=1, unresolved=0)),
)
ACCOUNT = Account(
    software=Software(firsthand="firsthand 0", model="none", gazetteer="none"),
    reports=(REPORT,),
    refused=(
        Refusal(
            name="<img src=x onerror=alert(2)>.txt",
            uri=None,
            sha256=None,
            code="empty",
            reason="The file is empty.",
            remedy="Remove it.",
        ),
    ),
    claims=(CLAIM,),
    actors=(
        Actor(
            id="a-1",
            name="Harbour Police",
            type="security force",
            names=(Name(text="Harbour Police", report=REPORT.id, start=0, end=3, reason="name"),),
        ),
    ),
    victims=(),
    copies=(),
    incidents=(INCIDENT,),
)
TEXTS = {REPORT.id: TEXT}
