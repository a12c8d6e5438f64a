"""A text cut at claims is still the text."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model.claims import Claim
from firsthand.model.reports import Report, Unread
from firsthand.publish.highlights import cut_segments, order_claims, reveal_turns

TEXT = "Shells hit Belmuro. Nine people died there. The sea was calm on 3 May."


def make_report(*unread: tuple[int, int]) -> Report:
    return Report(
        id="r-1",
        title=None,
        publisher=None,
        author=None,
        published=None,
        published_basis=None,
        language="en",
        genre=None,
        uri=None,
        sha256="0",
        text_file="texts/r-1.txt",
        text_sha256="0",
        length=len(TEXT),
        extractor="plain",
        unread=tuple(Unread(start=start, end=end) for start, end in unread),
    )


def make_claim(name: str, *parts: tuple[int, int]) -> Claim:
    return Claim(
        id=name,
        report="r-1",
        parts=parts,
        quote="",
        kind="act",
        stance="asserted",
        pattern="test",
    )


def test_overlapping_claims_are_both_named_where_they_overlap() -> None:
    claims = (make_claim("c-1", (0, 18)), make_claim("c-2", (11, 42)))
    segments = cut_segments(TEXT, make_report(), claims)
    assert [piece.claims for piece in segments if piece.text == "Belmuro"] == [("c-1", "c-2")]


def test_a_claim_opens_once_even_when_it_has_two_parts() -> None:
    segments = cut_segments(TEXT, make_report(), (make_claim("c-1", (0, 6), (20, 42)),))
    assert sum("c-1" in piece.opens for piece in segments) == 1


def test_sentences_that_gave_no_claim_are_marked() -> None:
    segments = cut_segments(TEXT, make_report((44, 70)), ())
    assert [piece.text for piece in segments if piece.unread] == ["The sea was calm on 3 May."]


@given(
    st.lists(
        st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
            lambda pair: (min(pair), max(pair))
        ),
        max_size=8,
    )
)
def test_the_segments_joined_are_the_text(parts: list[tuple[int, int]]) -> None:
    claims = tuple(make_claim(f"c-{index}", part) for index, part in enumerate(parts))
    segments = cut_segments(TEXT, make_report(), claims)
    assert "".join(piece.text for piece in segments) == TEXT
    opened = [name for piece in segments for name in piece.opens]
    closed = [name for piece in segments for name in piece.closes]
    assert sorted(opened) == sorted(closed) == sorted(claim.id for claim in claims)


def test_a_claim_that_points_nowhere_can_still_be_found() -> None:
    claims = (make_claim("c-1", (500, 600)), make_claim("c-2", (5, 5)))
    opened = [name for piece in cut_segments(TEXT, make_report(), claims) for name in piece.opens]
    assert sorted(opened) == ["c-1", "c-2"]
    (empty,) = cut_segments("", make_report(), claims)
    assert set(empty.opens) == {"c-1", "c-2"}


def test_a_claim_closes_where_its_last_part_ends() -> None:
    segments = cut_segments(TEXT, make_report(), (make_claim("c-1", (0, 6), (20, 42)),))
    assert [piece.text for piece in segments if piece.closes] == [TEXT[20:42]]


def test_claims_are_ordered_as_they_stand_and_the_longer_comes_first() -> None:
    inner, outer = make_claim("c-1", (0, 6)), make_claim("c-2", (0, 18))
    later = make_claim("c-3", (20, 42))
    assert order_claims((later, inner, outer)) == (outer, inner, later)


def test_a_character_that_turns_the_direction_is_named_and_kept_apart() -> None:
    shown = reveal_turns("<b>a\u202eb")
    assert shown == '&lt;b&gt;a<bdi class="turn" data-u="U+202E">\u202e</bdi>b'
    assert reveal_turns("plain") == "plain"
