"""Lines of an atlas are read as coasts and borders, and found near a place."""

import json

from firsthand.publish.borders import find_near, load_borders, read_borders

# Two square countries side by side; arc 1 is the border they share. Steps of one are one degree.
ATLAS = {
    "type": "Topology",
    "transform": {"scale": [1, 1], "translate": [-30, 40]},
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "id": "901"},
                {"type": "MultiPolygon", "arcs": [[[2, -2]]], "id": "902"},
            ],
        }
    },
    "arcs": [
        [[2, 0], [-2, 0], [0, 2], [2, 0]],
        [[2, 2], [0, -2]],
        [[2, 0], [2, 0], [0, 2], [-2, 0]],
    ],
}


def test_a_line_that_two_countries_share_is_a_border_and_the_rest_are_coasts() -> None:
    lines = read_borders(json.dumps(ATLAS).encode())
    assert [line.is_border for line in lines] == [False, True, False]
    assert lines[1].points == ((-28.0, 42.0), (-28.0, 40.0))


def test_lines_are_found_by_the_window_they_may_cross() -> None:
    lines = read_borders(json.dumps(ATLAS).encode())
    assert list(find_near(lines, (-29.9, 41.0), (0.5, 0.5))) == [lines[0]]
    assert list(find_near(lines, (10.0, 41.0), (5.0, 5.0))) == []


def test_a_line_beyond_the_180th_meridian_is_near() -> None:
    moved = ATLAS | {"transform": {"scale": [1, 1], "translate": [-180, 40]}}
    lines = read_borders(json.dumps(moved).encode())
    assert lines[0] in list(find_near(lines, (179.5, 41.0), (2.0, 2.0)))


def test_the_atlas_is_read_whole_where_it_was_fetched() -> None:
    lines = load_borders()
    assert not lines or any(line.is_border for line in lines)
