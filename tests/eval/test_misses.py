from eval.misses import list_mixed

GOLD = {
    "1": {
        "incident": "1",
        "reports": [
            {"id": "a", "title": "Fire at the mill", "published": "2031-05-01", "shared": False},
            {"id": "b", "title": "Mill burns", "published": "2031-05-02", "shared": False},
        ],
    },
    "2": {
        "incident": "2",
        "reports": [
            {"id": "c", "title": "A shop is raided", "published": None, "shared": False},
            {"id": "d", "title": "Left out", "published": None, "shared": True},
        ],
    },
}


def test_a_cluster_of_many_incidents_is_listed_first() -> None:
    predictions = {"a": {"cluster": "x"}, "b": {"cluster": "y"}, "c": {"cluster": "y"}}
    lines = list(list_mixed(GOLD, predictions))
    assert lines[:4] == [
        "# one cluster, many incidents",
        "",
        "- 1 · 2031-05-02 · Mill burns",
        "- 2 · None · A shop is raided",
    ]


def test_an_incident_in_many_clusters_is_listed() -> None:
    lines = list(list_mixed(GOLD, {"a": {"cluster": "x"}, "b": {"cluster": "y"}}))
    start = lines.index("# one incident, many clusters")
    assert lines[start + 2 : start + 4] == [
        "- x · 2031-05-01 · Fire at the mill",
        "- y · 2031-05-02 · Mill burns",
    ]


def test_shared_reports_are_in_no_list() -> None:
    assert not any("Left out" in line for line in list_mixed(GOLD, {}))
