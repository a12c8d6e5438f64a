"""The page in a real browser: links, requests, markup, print, widths, keyboard, screen reader."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.browser.samples import HEBREW, HOSTILE, MIXED

# Heavy enough that a reader with a handicap cannot go on, in axe's words.
SERIOUS = {"serious", "critical"}
A4_WIDTH = 673  # CSS pixels of 178 mm, the width that the print margins leave.
LARGEST = 15_000_000
SLOWEST = 2.0


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1000, "height": 900})
    yield opened
    opened.close()


def open_index(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())


def read_claims(folder: Path) -> dict[str, str]:
    account = json.loads((folder / "account.json").read_text("utf-8"))
    return {claim["id"]: claim["quote"] for claim in account["claims"]}


FOLDERS = pytest.mark.parametrize("folder", ["example", "hostile"])


@FOLDERS
def test_every_link_lands(page: Page, folder: str, request: pytest.FixtureRequest) -> None:
    open_index(page, request.getfixturevalue(folder))
    broken = page.evaluate(
        """() => [...document.querySelectorAll('a')].map(a => a.getAttribute('href')).filter(
             href => !href.startsWith('#') || !document.getElementById(href.slice(1)))"""
    )
    assert broken == []


@FOLDERS
def test_every_claim_is_one_click_from_exactly_its_words(
    page: Page, folder: str, request: pytest.FixtureRequest
) -> None:
    out = request.getfixturevalue(folder)
    open_index(page, out)
    for claim, quote in read_claims(out).items():
        page.evaluate("name => { location.hash = name }", claim)
        page.wait_for_function(
            "name => document.querySelector('mark.here')?.dataset.c.split(' ').includes(name)",
            arg=claim,
        )
        shown = page.evaluate(
            """() => [...document.querySelectorAll('mark.here')].map(m => m.textContent).join('')"""
        )
        assert shown == quote.replace(" … ", ""), claim
        top = page.evaluate(
            "name => document.getElementById(name).getBoundingClientRect().y", claim
        )
        assert 0 <= top < 900, "the words are in sight"


def test_words_and_what_was_read_from_them_link_to_each_other(page: Page, example: Path) -> None:
    open_index(page, example)
    lost = page.evaluate(
        """() => [...document.querySelectorAll('.text a.n[id]')].filter(a => {
             const card = document.getElementById(a.getAttribute('href').slice(1));
             return card?.querySelector('a.n')?.getAttribute('href') !== '#' + a.id; })
             .map(a => a.id)"""
    )
    assert lost == []
    assert page.locator(".card").count() == len(read_claims(example))


@FOLDERS
def test_no_request_leaves_the_file_and_nothing_of_it_is_refused(
    page: Page, folder: str, request: pytest.FixtureRequest
) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda made: asked.append(made.url))
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    open_index(page, request.getfixturevalue(folder))
    page.wait_for_load_state("networkidle")
    assert len(asked) == 1
    assert asked[0].startswith("file:")
    assert complaints == []


def test_a_text_full_of_markup_and_script_shows_as_text(page: Page, hostile: Path) -> None:
    open_index(page, hostile)
    texts = page.evaluate(
        """() => [...document.querySelectorAll('.text')].map(box => {
             const copy = box.cloneNode(true);
             copy.querySelectorAll('.n, .z').forEach(mark => mark.remove());
             return copy.textContent; })"""
    )
    assert texts == [HOSTILE, HEBREW, MIXED]
    assert page.title().startswith("Account of 3 reports")
    assert page.locator("iframe, img, main style, main script").count() == 0
    assert page.evaluate("getComputedStyle(document.body).display") != "none"


def test_no_text_can_show_its_words_backwards(page: Page, hostile: Path) -> None:
    open_index(page, hostile)
    first, last = page.evaluate(
        """() => { const box = document.querySelector('.text'), at = letter => {
             const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT); let found;
             while (walk.nextNode()) { const i = walk.currentNode.data.indexOf(letter);
               if (i >= 0) { found = document.createRange(); found.setStart(walk.currentNode, i);
                 found.setEnd(walk.currentNode, i + 1); } }
             return found.getBoundingClientRect().left; };
             return [at('v'), at('l')]; }"""
    )
    assert first < last, "“evil” reads from left to right after U+202E"


def test_right_to_left_text_runs_from_the_right(page: Page, hostile: Path) -> None:
    open_index(page, hostile)
    directions = page.evaluate(
        """() => [...document.querySelectorAll('.text')].map(b => getComputedStyle(b).direction)"""
    )
    assert directions == ["ltr", "rtl", "ltr"]


def test_all_of_it_can_be_read_without_script(browser: Browser, example: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_index(page, example)
    for words in ("Who says so, and who could know", "Method and digests", "Left out:"):
        assert page.get_by_text(words).first.is_visible()
    context.close()


@FOLDERS
@pytest.mark.parametrize("width", [320, 400, 900, 1400])
def test_no_width_needs_to_be_scrolled_sideways(
    page: Page, folder: str, width: int, request: pytest.FixtureRequest
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_index(page, request.getfixturevalue(folder))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@FOLDERS
@pytest.mark.parametrize(("width", "scheme"), [(400, "dark"), (1400, "light")])
def test_axe_finds_nothing_serious(
    page: Page,
    folder: str,
    width: int,
    scheme: Literal["light", "dark"],
    request: pytest.FixtureRequest,
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    open_index(page, request.getfixturevalue(folder))
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    found = Axe().run(page)
    serious = {
        item["id"]: [node["html"][:120] for node in item["nodes"][:3]]
        for item in found.response["violations"]
        if item["impact"] in SERIOUS
    }
    assert serious == {}


def test_headings_go_down_one_step_at_a_time(page: Page, example: Path) -> None:
    open_index(page, example)
    levels = page.evaluate(
        "() => [...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_keyboard_skips_to_the_account_and_shows_where_it_is(page: Page, example: Path) -> None:
    open_index(page, example)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the account"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


@FOLDERS
def test_print_shows_everything_and_cuts_nothing(
    page: Page, folder: str, request: pytest.FixtureRequest
) -> None:
    page.set_viewport_size({"width": A4_WIDTH, "height": 1000})
    page.emulate_media(media="print")
    open_index(page, request.getfixturevalue(folder))
    hidden = page.evaluate(
        """() => [...document.querySelectorAll('main p, main li, main td, main dd, main summary')]
             .filter(part => part.textContent.trim() && !part.checkVisibility(
               {contentVisibilityAuto: true, visibilityProperty: true})).map(p => p.outerHTML)"""
    )
    assert hidden == []
    # A blank at the end of a line may hang over the edge; the paper's margin is 60 pixels wide.
    cut = page.evaluate(
        """width => [...document.querySelectorAll('main *')].filter(part => {
             const box = part.getBoundingClientRect();
             return !part.closest('svg') && (box.right > width + 8 || box.left < -8)
               && getComputedStyle(part).position !== 'absolute'; }).map(p => p.outerHTML)""",
        A4_WIDTH,
    )
    assert cut == []
    assert page.pdf(prefer_css_page_size=True, format="A4").startswith(b"%PDF")


def test_three_hundred_reports_open_in_two_seconds(page: Page, long: Path) -> None:
    index = long / "index.html"
    assert index.stat().st_size < LARGEST
    # The time of the page's own thread: a busy machine makes it wait, not work.
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    open_index(page, long)
    metrics = session.send("Performance.getMetrics")["metrics"]
    spent = {metric["name"]: metric["value"] for metric in metrics}["TaskDuration"]
    assert spent < SLOWEST


def test_links_of_a_long_account_lead_to_words_on_other_pages_and_back(
    page: Page, long: Path
) -> None:
    open_index(page, long)
    page.locator("a.words").first.click()
    page.wait_for_url(re.compile(r"/texts/r-0{16}\.html#c-[0-9a-f]{16}$"))
    assert page.locator("mark.here").count() == 1
    page.get_by_role("link", name="Back to the account").click()
    page.wait_for_url(re.compile(r"/index\.html#reports$"))
    names = {path.name for path in (long / "texts").glob("*.html")}
    linked = page.evaluate(
        """() => [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))
             .filter(href => href.startsWith('texts/')).map(href => href.slice(6).split('#')[0])"""
    )
    assert set(linked) == names
