"""Growth is shown as a table and drawn as a plot."""

from bench.growth import Growth, draw_growth, show_growth

FOUND = (
    Growth(reports=1_000, incidents=500, seconds=1.0, megabytes=200.0),
    Growth(reports=100_000, incidents=50_000, seconds=120.0, megabytes=1_800.0),
)


def test_a_report_among_many_is_set_beside_one_among_few() -> None:
    rows = show_growth(FOUND)
    assert rows[2] == "| 1,000 | 500 | 1.0 | 1.00 | 200 |"
    assert "Among 100,000 reports one costs 1.20 times as much as among 1,000." in rows


def test_the_plot_names_each_number_of_reports() -> None:
    plot = draw_growth(FOUND)
    assert plot.startswith("<svg ")
    assert "100,000" in plot
    assert "1.20 ms" in plot
