"""The page of an account: one self-contained file that works offline, texts beside it if long."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from firsthand.model.accounts import Account
from firsthand.model.claims import Claim
from firsthand.model.reports import is_unread
from firsthand.model.spans import quote_parts
from firsthand.publish.accuracies import load_accuracies
from firsthand.publish.borders import NAME as BORDERS
from firsthand.publish.chains import find_speaker, join_same_words, name_speaker
from firsthand.publish.chapters import Shelf, make_chapters, make_shelf
from firsthand.publish.highlights import cut_segments, order_claims, reveal_turns
from firsthand.publish.norms import gather_norms
from firsthand.publish.opinions import list_opinions
from firsthand.publish.pages import MANY_CLAIMS, Links, is_split, link_index, link_text, name_card
from firsthand.publish.responsibilities import describe_denial
from firsthand.publish.unknowns import is_named
from firsthand.publish.wordings import (
    count_things,
    show_bounds,
    show_count,
    show_day,
    show_figure,
    show_outcome,
    show_place,
    show_plain,
    show_point,
    show_source,
    show_standing,
    show_time,
)

# What each toll rule does, in one sentence.
RULES = {
    "range of latest": "of each origin only the latest figure counts, the same text counts once; "
    "low is the smallest, high the largest of these.",
    "minimum–maximum": "low is the smallest and high the largest figure that anybody ever stated.",
    "low, best, high": "low is the smallest, high the largest figure; best is the median of the "
    "figures of those who are identified.",
    "most conservative": "one number, the smallest where reports differ.",
}

# What the claims that belong to no incident are, in the order of the page.
KINDS = {
    "warning": "Warnings",
    "knowledge": "Knowledge",
    "obligation": "Duties and rights",
    "omission": "Failure to act",
    "response": "Responses",
    "act": "Acts",
    "casualties": "Counts",
    "statement": "Other statements",
}


def make_page(account: Account, texts: Mapping[str, str]) -> bytes:
    """Return the index; every word of a report is escaped, nothing is loaded from elsewhere."""
    shelf = make_shelf(account, texts)
    split = is_split(texts)
    page = _make_environment().get_template("index.html")
    return _encode(
        page.render(
            chapters=make_chapters(account, shelf),
            loose=_gather_loose(account),
            loose_norms=gather_norms(
                [claim for claim in account.claims if claim.incident is None], shelf.actors
            ),
            victims=[victim for victim in account.victims if victim.incident is None],
            split=split,
            many=len(account.claims) > MANY_CLAIMS,
            by_report=_sort_by_report(account),
            mismatched=_count_mismatched(account, texts),
            as_of=_find_last_date(account),
            **_make_context(account, shelf, link_index(account, texts)),
        )
    )


def make_text_pages(account: Account, texts: Mapping[str, str]) -> dict[str, bytes]:
    """Return a page for each report by file name, or none where the index holds the texts."""
    if not is_split(texts):
        return {}
    shelf = make_shelf(account, texts)
    by_report = _sort_by_report(account)
    page = _make_environment().get_template("text.html")
    pages = {}
    for report in account.reports:
        context = _make_context(account, shelf, link_text(account, report.id))
        pages[f"texts/{report.id}.html"] = _encode(
            page.render(report=report, by_report=by_report, **context)
        )
    return pages


def _encode(page: str) -> bytes:
    # A lone surrogate cannot be written as UTF-8; its replacement mark can, and shows it was there.
    return page.encode("utf-8", "replace")


def _sort_by_report(account: Account) -> dict[str, tuple[Claim, ...]]:
    found: dict[str, list[Claim]] = {report.id: [] for report in account.reports}
    for claim in account.claims:
        found[claim.report].append(claim)
    return {report: order_claims(claims) for report, claims in found.items()}


def _gather_loose(account: Account) -> list[tuple[str, Sequence[Claim]]]:
    """Gather the claims of no incident by what they are; opinions are set apart."""
    rejected = [claim for claim in account.claims if claim.rejected]
    loose = [item for item in account.claims if item.incident is None and not item.rejected]
    opinions = list_opinions(loose)
    groups: list[tuple[str, Sequence[Claim]]] = [
        (title, [claim for claim in loose if claim.kind == kind and claim not in opinions])
        for kind, title in KINDS.items()
    ]
    return [*groups, ("Opinions", opinions), ("Rejected by people", rejected)]


def _count_mismatched(account: Account, texts: Mapping[str, str]) -> int:
    """Count the quotes that are not the text at their parts: the page says they were checked.

    What people entered from a picture or a recording has no text to be held against.
    """
    return sum(
        quote_parts(texts[claim.report], claim.parts) != claim.quote
        for claim in account.claims
        if claim.parts or claim.source is None
    )


def _find_originals(account: Account) -> dict[str, str | None]:
    """Find for each report the one it is a copy of, or None."""
    originals: dict[str, str | None] = {report.id: None for report in account.reports}
    for group in account.copies:
        for name in group.reports:
            if group.origin not in (None, name):
                originals[name] = group.origin
    return originals


def _find_last_date(account: Account) -> str | None:
    return max((report.published for report in account.reports if report.published), default=None)


@cache
def _load(name: str) -> str:
    return resources.files("firsthand.publish").joinpath("templates", name).read_text("utf-8")


def _make_head() -> dict[str, str]:
    """Give the style and script with a policy that allows them and nothing else."""
    style, script = _load("page.css"), _load("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return {"style": Markup(style), "script": Markup(script), "policy": policy}


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _make_context(account: Account, shelf: Shelf, links: Links) -> dict[str, object]:
    """Give what templates ask of the account, seen from one page."""
    return {
        "account": account,
        "shelf": shelf,
        "links": links,
        "order": {report.id: number for number, report in enumerate(account.reports, 1)},
        "copy_of": _find_originals(account),
        "segments": lambda report, claims: cut_segments(shelf.texts[report.id], report, claims),
        "speaker": lambda claim: name_speaker(claim, shelf.reports),
        "claims_of": lambda names: [shelf.claims[name] for name in names],
        "accuracies": load_accuracies(),
        "borders": BORDERS,
        "rules": RULES,
        "actor_name": lambda name: shelf.actors[name].name if name in shelf.actors else name,
        **_make_head(),
    }


@cache
def _make_environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("firsthand.publish"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        figure=show_figure,
        count=show_count,
        time=show_time,
        day=show_day,
        place=show_place,
        point=show_point,
        plain=show_plain,
        reveal=reveal_turns,
        outcome=show_outcome,
        source=show_source,
        standing=show_standing,
    )
    environment.tests.update(unread=is_unread)
    environment.globals.update(
        things=count_things,
        bounds=show_bounds,
        card=name_card,
        denial=describe_denial,
        same_words=join_same_words,
        first_speaker=find_speaker,
        is_named=is_named,
    )
    return environment
