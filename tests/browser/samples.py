"""Accounts that try a page: hostile words, many directions of writing, many reports."""

import hashlib
from pathlib import Path

from msgspec import structs
from tests.publish.samples import ACCOUNT, CLAIM, INCIDENT, REPORT, TOLL

from firsthand.model.accounts import Account
from firsthand.model.claims import Claim
from firsthand.model.incidents import Contradiction, Exclusion, Responsibility, Side, TollEntry
from firsthand.model.reports import Report, Unread
from firsthand.publish.formats import write_account

HOSTILE = (
    "<script>document.title='taken'</script><img src=http://example.invalid/x.png onerror=alert(1)>"
    "\n\n</div></main><style>body{display:none}</style> \"nine\" people were killed & 'many' hurt."
    '\n\n<iframe src="//example.invalid"></iframe>'
    " {{ 7*7 }} {% raw %} --> ]]> &lt;b&gt; \u202e evil"
)
HEBREW = "שוק הנמל הופגז ביום שלישי.\n\nתשעה בני אדם נהרגו, אמר הרופא."
MIXED = "The market was shelled. قُتل تسعة أشخاص في السوق يوم الثلاثاء. Nine were named."
REPORTS = 300
CLAIMS_PER_REPORT = 8
SENTENCE = "Nine people were killed when shells struck the market of Belmuro on Tuesday. "


def write_hostile(out: Path) -> Path:
    """Write an account of one hostile, one Hebrew and one mixed report."""
    texts = {_name(index): text for index, text in enumerate((HOSTILE, HEBREW, MIXED))}
    spans = (("nine", "killed"), ("תשעה", "נהרגו"), ("قُتل", "السوق"))
    claims = []
    for (report, text), (first, last) in zip(texts.items(), spans, strict=True):
        start, end = text.index(first), text.index(last) + len(last)
        claims.append(make_claim(report, text, start, end))
        # A second claim inside the first, and one of two parts.
        claims.append(make_claim(report, text, start + 2, end - 1))
        claims.append(make_claim(report, text, 0, 3, start, start + 4))
    reports = tuple(make_report(name, text) for name, text in texts.items())
    account = _join(reports, claims)
    write_account(account, texts, out)
    return out


def write_long(out: Path) -> Path:
    """Write an account of three hundred reports with eight claims each, in thirty incidents."""
    texts = {_name(index): f"Report {index}. {SENTENCE * 60}" for index in range(REPORTS)}
    claims = []
    for index, (report, text) in enumerate(texts.items()):
        for number in range(CLAIMS_PER_REPORT):
            start = text.index("Nine") + number * len(SENTENCE)
            claim = make_claim(report, text, start, start + len(SENTENCE) - 2)
            claims.append(structs.replace(claim, incident=f"i-{index % 30:016x}"))
    reports = tuple(make_report(name, text) for name, text in texts.items())
    write_account(_join(reports, claims), texts, out)
    return out


def make_claim(report: str, text: str, *ends: int) -> Claim:
    """Make a claim whose parts begin and end at the given places."""
    parts = tuple(zip(ends[::2], ends[1::2], strict=True))
    digest = hashlib.sha256(f"{report}{parts}".encode()).hexdigest()
    return structs.replace(
        CLAIM,
        id=f"c-{digest[:16]}",
        report=report,
        parts=parts,
        quote=" … ".join(text[start:end] for start, end in parts),
    )


def make_report(name: str, text: str) -> Report:
    """Make a report whose last five characters gave no claim."""
    return structs.replace(
        REPORT,
        id=name,
        title=text[:40],
        language=None,
        text_file=f"texts/{name}.txt",
        length=len(text),
        unread=(Unread(start=len(text) - 5, end=len(text)),),
    )


def _name(index: int) -> str:
    return f"r-{index:016x}"


def _join(reports: tuple[Report, ...], claims: list[Claim]) -> Account:
    """Join claims into incidents that have something in every part of the page."""
    names = list(dict.fromkeys(claim.incident for claim in claims if claim.incident))
    incidents = []
    for name in names:
        own = [claim for claim in claims if claim.incident == name]
        ids = tuple(claim.id for claim in own)
        history = tuple(_make_entry(claim, index) for index, claim in enumerate(own))
        left_out = tuple(Exclusion(claim=claim, reason="a copy") for claim in ids[2:])
        toll = structs.replace(TOLL, claims=ids[:2], excluded=left_out, history=history)
        sides = (Side(answer="9", claims=ids[:1]), Side(answer="at least 12", claims=ids[1:2]))
        incidents.append(
            structs.replace(
                INCIDENT,
                id=name,
                claims=ids,
                reports=tuple(dict.fromkeys(claim.report for claim in own)),
                tolls=(toll,),
                contradictions=(Contradiction(about="how many", sides=sides, reason="unlike"),),
                responsibility=(
                    Responsibility(actor="a-1", stance="alleged", claims=ids[:2]),
                    Responsibility(actor="a-1", stance="denied", claims=ids[2:3]),
                ),
            )
        )
    return structs.replace(
        ACCOUNT, reports=reports, claims=tuple(claims), incidents=tuple(incidents)
    )


def _make_entry(claim: Claim, index: int) -> TollEntry:
    return TollEntry(
        as_of=f"2019-05-{1 + index % 28:02}",
        low=9 + index % 20,
        high=None if index % 3 else 9 + index % 20,
        counting="total",
        speaker=f"speaker {index % 5}",
        claim=claim.id,
    )
