"""The page shows the words of reports as words, never as markup, and says what it is."""

import base64
import hashlib
import re

from msgspec import structs
from tests.publish.samples import ACCOUNT, CLAIM, INCIDENT, REPORT, TEXT, TEXTS

from firsthand.model.accounts import Account
from firsthand.model.media import MediaPart, Stretch
from firsthand.model.reports import UNREAD, Caution
from firsthand.publish.html import make_page, make_text_pages
from firsthand.publish.pages import LONGEST_INLINE

LONG = {REPORT.id: TEXT + " " * LONGEST_INLINE}


def show(account: Account) -> str:
    return make_page(account, TEXTS).decode("utf-8")


def test_text_from_reports_and_file_names_is_escaped() -> None:
    page = show(ACCOUNT)
    assert page.count("<script") == 1, "our own, and no other"
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_page_says_that_it_is_an_internal_draft() -> None:
    page = show(ACCOUNT)
    assert "Not for publication." in page
    assert "Machine draft: quotes checked, reading not." in page
    assert "It does not say what is true." in page
    assert "1 report read of 2 received" in page


def test_reports_that_are_kept_unread_are_not_counted_as_read() -> None:
    caution = Caution(code=UNREAD, text="It is a film.")
    report = structs.replace(REPORT, cautions=(caution,))
    page = show(structs.replace(ACCOUNT, reports=(report,)))
    assert "0 reports read of 2 received; 1 kept unread" in page


def test_reviewed_claims_are_counted() -> None:
    claims = (structs.replace(CLAIM, review="reviewed"),)
    page = show(structs.replace(ACCOUNT, claims=claims))
    assert "1 claim of 1 reviewed by people" in page


def test_a_quote_that_is_not_the_text_is_told() -> None:
    claims = (structs.replace(CLAIM, quote="ten people were killed"),)
    assert "1 quote does not match" in show(structs.replace(ACCOUNT, claims=claims))
    assert "not match" not in show(ACCOUNT)


def test_a_claim_from_a_recording_shows_what_it_rests_on_and_its_translation() -> None:
    claim = structs.replace(
        CLAIM,
        parts=(),
        quote="Neuf morts",
        source=MediaPart(time=Stretch(start=12.5, end=14)),
        translation="Nine dead",
        translator="Ilse Varn",
    )
    page = show(structs.replace(ACCOUNT, claims=(claim,)))
    assert "0:12.50–0:14" in page
    assert "“<bdi>Nine dead</bdi>” by <bdi>Ilse Varn</bdi>" in page
    assert "not match" not in page


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = show(ACCOUNT)
    assert not re.search(r"""(src|href)=["'](?!#)""", page)
    assert not re.search(r"@import|url\(", page)
    assert "default-src &#39;none&#39;" in page


def test_the_policy_allows_exactly_our_style_and_our_script() -> None:
    page = show(ACCOUNT)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.S)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.S)
    for content in (style, script):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"sha256-{digest}".replace("+", "&#43;") in page.replace("+", "&#43;")
    assert not re.search(r' style="', page)


def test_every_link_lands() -> None:
    page = show(ACCOUNT)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_an_account_that_holds_nothing_says_so() -> None:
    empty = structs.replace(ACCOUNT, reports=(), refused=(), claims=(), incidents=(), actors=())
    page = make_page(empty, {}).decode("utf-8")
    assert "No incident was found" in page
    assert "An unknown date" in page
    assert "None was applied" in page


def test_an_incident_that_holds_nothing_says_so_in_every_part() -> None:
    bare = structs.replace(
        INCIDENT, time=None, place=None, acts=(), tolls=(), sources=None, cautions=()
    )
    account = structs.replace(ACCOUNT, incidents=(bare,))
    page = show(account)
    for words in (
        "time not stated",
        "No map: no claim says where.",
        "That is not a count of zero.",
        "have not been traced",
        "names who did it",
        "That does not mean that the claims agree.",
        "No person is named or described as harmed.",
        "invokes a norm",
        "was read as an opinion",
    ):
        assert words in page, words


def test_writing_twice_gives_the_same_page() -> None:
    assert make_page(ACCOUNT, TEXTS) == make_page(ACCOUNT, TEXTS)


def test_long_texts_have_pages_of_their_own_and_their_links_land() -> None:
    index = make_page(ACCOUNT, LONG).decode("utf-8")
    pages = make_text_pages(ACCOUNT, LONG)
    (name,) = pages
    text = pages[name].decode("utf-8")
    assert name == f"texts/{REPORT.id}.html"
    assert f'href="{name}#{CLAIM.id}"' in index
    assert f'id="{CLAIM.id}"' in text
    assert "alert(1)" not in re.sub(r"&lt;script&gt;alert\(1\)", "", text)
    for anchor in re.findall(r'href="\.\./index\.html#([^"]+)"', text):
        assert f'id="{anchor}"' in index
    assert make_text_pages(ACCOUNT, TEXTS) == {}
