"""Milestones on a timeline."""

import pandas as pd

from dashboard.charts.palette import INK, MARKETS, PAPER
from dashboard.charts.timeline import narrow, timeline
from dashboard.speaking import language

EN = language("en")
LANES = ["Arrival", "Growth", "Relocation", "Research", "Partnership", "Loss"]
ROWS = (
    pd.DataFrame(
        [
            ("Newest & Co", 1, "settlement", 2025, 10, 1, 1, "Paris", 40),
            ("Older", 1, "settlement", 2020, None, 2, 2, None, None),
            ("Oldest", 1, "settlement", 2020, None, 1, 2, None, None),
            ("Mover", 3, "relocation", 2019, 1, 1, 1, "Hilden", None),
            ("Gone", 6, "closure", 2018, None, 1, 1, None, None),
        ],
        columns=["name", "lane", "kind", "year", "month", "place", "crowd", "from_en", "jobs"],
    )
    .astype({"month": "Int64", "jobs": "Int64"})
    .assign(to_en="Düsseldorf")
)


def test_six_lanes_always_in_place() -> None:
    chart = timeline(ROWS, LANES, "IN", EN)
    assert len(chart.data) == 6
    assert [len(trace.x) for trace in chart.data] == [3, 0, 1, 0, 0, 1]
    assert list(chart.layout.yaxis.ticktext) == LANES


def test_marks_stand_at_their_month_and_beside_each_other() -> None:
    arrivals = timeline(ROWS, LANES, "IN", EN).data[0]
    assert arrivals.x[0] == 2025.75 and arrivals.x[1] == arrivals.x[2] == 2020
    assert arrivals.y[0] == 1
    assert arrivals.y[1] > 1 > arrivals.y[2] and abs(arrivals.y[1] - 1) < 0.5


def test_gain_change_and_loss_differ_in_form_not_only_in_colour() -> None:
    arrival, _, relocation, _, _, loss = timeline(ROWS, LANES, "IN", EN).data
    assert (arrival.marker.color, arrival.marker.symbol) == (MARKETS["IN"][0], "circle")
    assert relocation.marker.color == PAPER[0] and relocation.marker.line.color == MARKETS["IN"][0]
    assert loss.marker.symbol == "x-thin" and loss.marker.line.color == INK[0]


def test_hover_says_when_what_from_where_and_how_many() -> None:
    chart = timeline(ROWS, LANES, "IN", EN)
    assert chart.data[0].hovertext[0] == "<b>Newest &amp; Co</b><br>Oct 2025 · Settlement<br>from Paris<br>40 jobs"
    assert chart.data[5].hovertext[0] == "<b>Gone</b><br>2018 · Closure"


def test_the_newest_of_each_lane_is_named() -> None:
    chart = timeline(ROWS, LANES, "IN", EN)
    assert [label.text.split(" <b>")[0] for label in chart.layout.annotations] == ["Newest &amp; Co", "Mover", "Gone"]
    assert narrow(chart)["annotations"] == []


def test_ticks_are_round_and_end_with_the_newest_year() -> None:
    ticks = list(timeline(ROWS, LANES, "IN", EN).layout.xaxis.tickvals)
    assert ticks[-1] == 2025 and ticks == sorted(set(ticks)) and len(ticks) <= 9
    long = pd.concat([ROWS, ROWS.iloc[[4]].assign(year=1955)], ignore_index=True)
    assert all(year % 10 == 0 for year in list(timeline(long, LANES, "IN", EN).layout.xaxis.tickvals)[:-1])
