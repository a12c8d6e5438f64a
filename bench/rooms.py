"""Rooms: which part of the reading takes how much of its time."""

from collections.abc import Callable, Sequence

from bench.rounds import take_time
from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.model.reports import Document
from firsthand.read.actors import find_actors
from firsthand.read.acts import find_acts
from firsthand.read.attributions import find_attributions
from firsthand.read.casualties import find_casualties
from firsthand.read.claims import parse_document, read_doc
from firsthand.read.genres import find_genre
from firsthand.read.norms import find_norms
from firsthand.read.places import find_places
from firsthand.read.times import find_times
from firsthand.read.victims import find_victims

Shares = dict[str, float]


def measure_rooms(documents: Sequence[Document], gazetteer: Gazetteer) -> Shares:
    """Measure each room alone on parsed texts, as shares of the whole; what is left is putting
    findings together into claims.
    """
    docs = [parse_document(document) for document in documents]
    pairs = list(zip(docs, documents, strict=True))
    names = [document.report.id for document in documents]
    counts = [find_casualties(doc, name) for doc, name in zip(docs, names, strict=True)]
    work: dict[str, Callable[[], object]] = {
        "parse": lambda: [parse_document(document) for document in documents],
        "acts": lambda: [find_acts(doc) for doc in docs],
        "attributions": lambda: [find_attributions(doc) for doc in docs],
        "actors": lambda: [find_actors(doc, "r") for doc in docs],
        "casualties": lambda: [find_casualties(doc, "r") for doc in docs],
        "victims": lambda: [
            find_victims(doc, "r", count) for doc, count in zip(docs, counts, strict=True)
        ],
        "times": lambda: [find_times(doc, item.report.published) for doc, item in pairs],
        "places": lambda: [find_places(doc, gazetteer, ()) for doc in docs],
        "norms": lambda: [find_norms(doc) for doc in docs],
        "genres": lambda: [find_genre(doc, item.report.title) for doc, item in pairs],
    }
    seconds = {name: take_time(room) for name, room in work.items()}
    read = take_time(lambda: [read_doc(doc, item.report, gazetteer, ()) for doc, item in pairs])
    found = sum(time for name, time in seconds.items() if name != "parse")
    seconds["claims put together"] = max(0.0, read - found)
    whole = seconds["parse"] + read
    return {name: time / whole for name, time in seconds.items()}
