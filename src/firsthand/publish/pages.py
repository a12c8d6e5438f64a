"""Pages: which page holds what, and the links between them."""

from collections.abc import Mapping

from msgspec import Struct

from firsthand.model.accounts import Account
from firsthand.publish.highlights import order_claims

# Above so many characters of text the reports go to pages of their own: measured in Chromium,
# 250,000 characters with their claims make a page of a few MB that opens in under a second.
LONGEST_INLINE = 250_000
# From so many claims on, a browser lays out only the sections in sight: 6,000 claims in 130
# incidents took 2.6 s of work without it, 0.7 s with it.
MANY_CLAIMS = 500


class Links(Struct, frozen=True, kw_only=True):
    """Where the parts of an account lie, seen from one page.

    `index` is the way to the index, `texts` the way to the folder of the texts' pages, both empty
    where the page itself holds them; `here` is the report whose page it is; `homes` gives the
    report of each claim, `numbers` the number of each claim in its report.
    """

    index: str
    texts: str
    here: str | None
    homes: Mapping[str, str]
    numbers: Mapping[str, int]

    def to_words(self, claim: str) -> str:
        """Link to the words of a claim."""
        return f"{self._find_page(self.homes[claim])}#{claim}"

    def to_card(self, claim: str) -> str:
        """Link to what was read from a claim."""
        return f"{self._find_page(self.homes[claim])}#{name_card(claim)}"

    def to_report(self, report: str) -> str:
        """Link to the text of a report."""
        return f"{self._find_page(report)}#{report}"

    def to_index(self, anchor: str) -> str:
        """Link to a part of the index."""
        return f"{self.index}#{anchor}"

    def _find_page(self, report: str) -> str:
        if not self.texts or report == self.here:
            return ""
        return f"{self.texts}{report}.html"


def link_index(account: Account, texts: Mapping[str, str]) -> Links:
    """Make the links of the index."""
    return _make_links(account, texts="texts/" if is_split(texts) else "")


def link_text(account: Account, report: str) -> Links:
    """Make the links of one report's own page, which lies in the folder `texts`."""
    return _make_links(account, texts="./", index="../index.html", here=report)


def is_split(texts: Mapping[str, str]) -> bool:
    """Tell whether the reports are too long for one page."""
    return sum(map(len, texts.values())) > LONGEST_INLINE


def name_card(claim: str) -> str:
    """Name the anchor of what was read from a claim."""
    return f"card-{claim}"


def _make_links(account: Account, *, texts: str, index: str = "", here: str | None = None) -> Links:
    numbers: dict[str, int] = {}
    by_report: dict[str, list[str]] = {}
    for claim in order_claims(account.claims):
        own = by_report.setdefault(claim.report, [])
        own.append(claim.id)
        numbers[claim.id] = len(own)
    homes = {claim.id: claim.report for claim in account.claims}
    return Links(index=index, texts=texts, here=here, homes=homes, numbers=numbers)
