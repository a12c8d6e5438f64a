"""Own judgements: what one case of our own gold got right, point by point."""

from msgspec import Struct

# Findings are named after their report; the cases are no reports, so they share a name.
REPORT = "own"


class Point(Struct, frozen=True):
    """How much of one figure a case got right."""

    name: str
    value: int
    total: int


class Judgement(Struct, frozen=True, kw_only=True):
    """A case's points, and in words what was expected beside what was found."""

    set: str
    id: str
    text: str
    points: tuple[Point, ...]
    expected: str
    found: str

    @property
    def missed(self) -> bool:
        """Tell whether something was not right."""
        return any(point.value < point.total for point in self.points)
