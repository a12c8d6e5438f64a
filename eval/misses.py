"""Misses: the records of a pack that we read worst, written out for reading."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from eval.packs import WORK, Pack
from eval.scores import Row, score_record
from eval.views import list_sides

MOST = 10
_TEXT = 4000

Figures = Mapping[str, float | None]

# What a record costs a pack's main figures; records that are long count for what they hold.
_LOSSES: dict[str, Callable[[Figures], float]] = {
    "casualties_airwars": lambda f: sum(
        (_get(f, f"{what}_n") - _get(f, f"{what}_both_exact")) * (1 + _get(f, f"{what}_log_mae"))
        for what in ("killed", "injured")
    ),
    "incidents_gva": lambda f: _get(f, "killed_rmse") + _get(f, "injured_rmse"),
    "templates_muc": lambda f: (1 - _get(f, "all_f1")) * max(1, _get(f, "type_n")),
    "attribution_polnear": lambda f: (1 - _get(f, "e2e_recall_all")) * _get(f, "n_gold"),
    "times_tempeval3": lambda f: (1 - _get(f, "value_f1")) * _get(f, "n_gold"),
    "places_geo": lambda f: (1 - _get(f, "e2e161_r")) * _get(f, "n_geo"),
    "subjectivity_checkthat": lambda f: 1 - _get(f, "accuracy"),
    "events_plover": lambda f: 2 - _get(f, "event_accuracy") - _get(f, "actor_f1"),
    "ner_re3d": lambda f: (1 - _get(f, "overlap_f1")) * _get(f, "location_n_gold") + 1,
    "coref_ecbplus": lambda f: (1 - _get(f, "bcubed_f1")) * _get(f, "n_items"),
}


def write_misses(pack: Pack, gold: Mapping[str, Row], predictions: Mapping[str, Row]) -> Path:
    """Write the worst misses of a pack into a file that git ignores; returns the file."""
    path = WORK / "misses" / f"{pack.name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    clusters = pack.mode == "clusters"
    lines = list_mixed(gold, predictions) if clusters else _list_worst(pack, gold, predictions)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def rank_misses(
    pack: Pack, gold: Mapping[str, Row], predictions: Mapping[str, Row]
) -> list[tuple[float, str]]:
    """Rank records by what they cost, the worst first; texts that are not English are not read."""
    ranked = []
    for name, row in gold.items():
        if row.get("lang", "en") != "en":
            continue
        figures = score_record(pack, name, row, predictions.get(name, {}))
        ranked.append((_LOSSES[pack.name](figures), name))
    return sorted(ranked, key=lambda item: (-item[0], item[1]))


def list_mixed(gold: Mapping[str, Row], predictions: Mapping[str, Row]) -> Iterator[str]:
    """List the clusters that mix most incidents, and the incidents cut into most clusters."""
    incidents = {
        str(report["id"]): (name, str(report.get("title")), str(report.get("published")))
        for name, row in gold.items()
        for report in _reports(row)
        if not report.get("shared")
    }
    mixed: dict[str, list[str]] = defaultdict(list)
    cut: dict[str, list[str]] = defaultdict(list)
    for report, (incident, _, _) in incidents.items():
        cluster = str(predictions.get(report, {}).get("cluster", report))
        mixed[cluster].append(report)
        cut[incident].append(report)
    homes = {name: incident for name, (incident, _, _) in incidents.items()}
    clusters = {name: _cluster(predictions, name) for name in incidents}
    yield from _list_groups("one cluster, many incidents", mixed, homes, incidents)
    yield from _list_groups("one incident, many clusters", cut, clusters, incidents)


def _list_groups(
    heading: str,
    groups: Mapping[str, list[str]],
    other: Mapping[str, str],
    incidents: Mapping[str, tuple[str, str, str]],
) -> Iterator[str]:
    yield f"# {heading}"
    worst = sorted(groups.values(), key=lambda names: -len({other[name] for name in names}))
    for names in worst[:MOST]:
        yield ""
        for name in names[:12]:
            yield f"- {other[name]} · {incidents[name][2]} · {incidents[name][1]}"


def _list_worst(
    pack: Pack, gold: Mapping[str, Row], predictions: Mapping[str, Row]
) -> Iterator[str]:
    for loss, name in rank_misses(pack, gold, predictions)[:MOST]:
        row = gold[name]
        yield f"# {name} (loss {loss:.2f})\n"
        for report in _reports(row) or [row]:
            yield f"{report.get('title') or ''}\n\n{str(report.get('text', ''))[:_TEXT]}\n"
        yield "| ours | gold |\n|---|---|"
        for ours, theirs in list_sides(row, predictions.get(name, {})):
            yield f"| {_escape(ours)} | {_escape(theirs)} |"
        yield ""


def _cluster(predictions: Mapping[str, Row], name: str) -> str:
    return str(predictions.get(name, {}).get("cluster", name))


def _reports(row: Row) -> list[Row]:
    reports = row.get("reports")
    return reports if isinstance(reports, list) else []


def _escape(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")


def _get(figures: Figures, name: str) -> float:
    return figures.get(name) or 0.0
