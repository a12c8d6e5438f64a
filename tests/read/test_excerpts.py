"""Tests of excerpts: what was found in one stands where it stands in the text."""

from msgspec import structs
from tests.values import make_claim, make_report

from firsthand.model.casualties import Casualties
from firsthand.model.ids import make_claim_id
from firsthand.model.readings import Reading
from firsthand.model.reports import Document, Unread
from firsthand.read.excerpts import make_excerpt, restore_reading

TEXT = "Rain fell. Two died. It snowed. Six were hurt."
PARTS = ((11, 21), (32, 46))


def test_what_was_apart_is_a_paragraph_of_its_own() -> None:
    excerpt = make_excerpt(TEXT, PARTS)
    assert excerpt.text == "Two died. \n\nSix were hurt."
    assert make_excerpt(TEXT, ((0, 11), (11, 21))).text == "Rain fell. Two died. "


def test_findings_are_set_back_to_the_text() -> None:
    excerpt = make_excerpt(TEXT, PARTS)
    start = excerpt.text.index("Six")
    count = Casualties(
        id="n-1",
        outcome="injured",
        pattern="by hand",
        low=6,
        high=6,
        vague=False,
        approximate=False,
        counting="total",
        status="unknown",
        group=None,
        text="Six",
        start=start,
        end=start + 3,
        part_of=None,
    )
    claim = structs.replace(
        make_claim("c-1"), parts=((start, start + 13),), quote="?", casualties=(count,)
    )
    report = structs.replace(make_report("r-1"), unread=(Unread(start=0, end=9),))
    reading = Reading(report=report, claims=(claim,), actors=(), victims=(), places=())
    restored = restore_reading(reading, excerpt, Document(report=report, text=TEXT))
    (moved,) = restored.claims
    assert moved.parts == ((32, 45),)
    assert moved.quote == "Six were hurt"
    assert moved.id == make_claim_id(claim.report, moved.parts, claim.kind)
    assert (moved.casualties[0].start, moved.casualties[0].end) == (32, 35)
    assert restored.report.unread == (Unread(start=11, end=20),)


def test_a_claim_over_a_seam_is_parted_there() -> None:
    excerpt = make_excerpt(TEXT, PARTS)
    claim = structs.replace(make_claim("c-1"), parts=((0, len(excerpt.text)),))
    reading = Reading(report=make_report("r-1"), claims=(claim,), actors=(), victims=(), places=())
    restored = restore_reading(reading, excerpt, Document(report=reading.report, text=TEXT))
    assert restored.claims[0].parts == PARTS
    assert restored.claims[0].quote == "Two died.  … Six were hurt."
