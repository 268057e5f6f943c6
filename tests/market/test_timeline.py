"""Milestones on a timeline."""

from dashboard.app_pages.market.charts.timeline import timeline
from dashboard.charts.palette import INK, PAPER
from dashboard.questions.market import MilestonesRow
from dashboard.speaking import language
from dashboard.values import Text, market

EN = language("en")
INDIA = market("IN", colour="#169485")
LANES = ["Arrival", "Growth", "Relocation", "Research", "Partnership", "Loss"]


def row(
    name: str,
    lane: int,
    kind: str,
    year: int,
    month: int | None = None,
    *,
    number: int = 1,
    crowd: int = 1,
    origin: str | None = None,
    jobs: int | None = None,
) -> MilestonesRow:
    town = "Düsseldorf"
    return MilestonesRow("", "", name, lane, kind, year, month, number, crowd, origin, town, jobs, False, Text(), "")


ROWS = (
    row("Newest & Co", 1, "settlement", 2025, 10, origin="Ratingen", jobs=40),
    row("Older", 1, "settlement", 2020, number=2, crowd=2),
    row("Oldest", 1, "settlement", 2020, crowd=2),
    row("Mover", 3, "relocation", 2019, 1, origin="Hilden"),
    row("Gone", 6, "closure", 2018),
)


def test_six_lanes_always_in_place() -> None:
    chart = timeline(ROWS, LANES, INDIA, EN).figure
    assert [len(trace.x) for trace in chart.data] == [3, 0, 1, 0, 0, 1]
    assert list(chart.layout.yaxis.ticktext) == LANES


def test_marks_stand_at_their_month_and_beside_each_other() -> None:
    arrivals = timeline(ROWS, LANES, INDIA, EN).figure.data[0]
    assert arrivals.x[0] == 2025.75 and arrivals.x[1] == arrivals.x[2] == 2020
    assert arrivals.y[0] == 1
    assert arrivals.y[1] > 1 > arrivals.y[2] and abs(arrivals.y[1] - 1) < 0.5


def test_gain_change_and_loss_differ_in_form_not_only_in_colour() -> None:
    arrival, _, relocation, _, _, loss = timeline(ROWS, LANES, INDIA, EN).figure.data
    assert (arrival.marker.color, arrival.marker.symbol) == (INDIA.colour, "circle")
    assert relocation.marker.color == PAPER[0] and relocation.marker.line.color == INDIA.colour
    assert loss.marker.symbol == "x-thin" and loss.marker.line.color == INK[0]


def test_hover_says_when_what_from_where_and_how_many() -> None:
    lanes = timeline(ROWS, LANES, INDIA, EN).figure.data
    assert lanes[0].hovertext[0] == "<b>Newest &amp; Co</b><br>Oct 2025 · Settlement<br>from Ratingen<br>40 jobs"
    assert lanes[5].hovertext[0] == "<b>Gone</b><br>2018 · Closure"


def test_the_newest_of_each_lane_is_named() -> None:
    chart = timeline(ROWS, LANES, INDIA, EN)
    names = [label.text.split(" <b>")[0] for label in chart.figure.layout.annotations]
    assert names == ["Newest &amp; Co", "Mover", "Gone"]
    assert chart.narrow and chart.narrow["annotations"] == []


def test_ticks_are_round_and_end_with_the_newest_year() -> None:
    ticks = list(timeline(ROWS, LANES, INDIA, EN).figure.layout.xaxis.tickvals)
    assert ticks[-1] == 2025 and ticks == sorted(set(ticks)) and len(ticks) <= 9
    long = timeline((*ROWS, row("First", 1, "settlement", 1955)), LANES, INDIA, EN)
    assert all(year % 10 == 0 for year in list(long.figure.layout.xaxis.tickvals)[:-1])
    assert long.narrow and long.narrow["xaxis"]["tickvals"][-1] == 2025
