"""The page of an account: one self-contained file that works offline."""

from collections.abc import Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from firsthand.model.accounts import Account
from firsthand.model.attributions import Link
from firsthand.model.incidents import Toll
from firsthand.model.places import Place
from firsthand.model.times import TimeSpan
from firsthand.publish.highlights import cut_segments


def make_page(account: Account, texts: Mapping[str, str]) -> bytes:
    """Return the page; every word of a report is escaped, nothing is loaded from elsewhere."""
    claims = {claim.id: claim for claim in account.claims}
    by_report = {
        report.id: tuple(claim for claim in account.claims if claim.report == report.id)
        for report in account.reports
    }
    page = (
        _make_environment()
        .get_template("index.html")
        .render(
            account=account,
            claims=claims,
            by_report=by_report,
            reports={report.id: report for report in account.reports},
            actors={actor.id: actor for actor in account.actors},
            segments={
                report.id: cut_segments(texts[report.id], report, by_report[report.id])
                for report in account.reports
            },
            as_of=max(
                (report.published for report in account.reports if report.published), default=None
            ),
        )
    )
    # A lone surrogate cannot be written as UTF-8; its replacement mark can, and shows it was there.
    return page.encode("utf-8", "replace")


def show_figure(toll: Toll) -> str:
    """Write a toll as people write it: 31, 31–40, at least 31, up to 40, unknown."""
    if toll.low is None and toll.high is None:
        return "unknown"
    if toll.low is None:
        return f"up to {toll.high}"
    if toll.open or toll.high is None:
        more = f", largest stated {toll.high}" if toll.high not in (None, toll.low) else ""
        return f"at least {toll.low}{more}"
    return str(toll.low) if toll.low == toll.high else f"{toll.low}–{toll.high}"


def show_time(time: TimeSpan | None) -> str:
    """Write an interval with its precision, or say that it is unknown."""
    if time is None or (time.start is None and time.end is None):
        return "unknown time" if time is None or not time.text else f"unknown (“{time.text}”)"
    if time.start is not None and time.precision in ("day", "month", "year"):
        return time.start[: {"day": 10, "month": 7, "year": 4}[time.precision]]
    return f"{time.start or '…'} to {time.end or '…'} ({time.precision})"


def show_place(place: Place | None) -> str:
    """Write a place with its precision, or say that it is unknown."""
    if place is None:
        return "unknown place"
    return f"{place.name} ({place.precision})"


def show_chain(links: tuple[Link, ...]) -> str:
    """Write a chain from the outermost link to the first speaker."""
    return " → ".join(
        f"{link.speaker or 'not named'}{' (relay)' if link.role == 'relay' else ''}"
        for link in links
    )


def _make_environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("firsthand.publish"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        figure=show_figure, time=show_time, place=show_place, chain=show_chain
    )
    return environment
