"""Charts of the outlook."""

from dashboard.app_pages.outlook.charts import rank_ranges, score_bars
from dashboard.charts.palette import OTHER
from dashboard.questions.outlook import LeadersRow
from dashboard.speaking import language
from dashboard.values import Market, market

DE = language("de")
CHINA, TURKEY = market("CN", colour="#b9860f"), market("TR")
HEADS = ["Projects", "Companies", "Arrivals", "Signals", "Gap"]


def row(
    of: Market, sector: str, score: float, ranks: tuple[int, int, int], *, projects: float, gap: float | None
) -> LeadersRow:
    best, rank, worst = ranks
    return LeadersRow(of, sector, 1, score, 1.0, rank, best, worst, projects, None, None, None, gap, ())


ROWS = [
    row(CHINA, "energy", 0.785, (1, 1, 2), projects=0.62, gap=0.0),
    row(TURKEY, "metals", 0.758, (1, 2, 13), projects=0.88, gap=None),
]


def test_score_then_components_and_a_dash_where_unknown() -> None:
    score, projects, *_, gap = score_bars(ROWS, HEADS, ["a", "b"], DE).figure.data
    assert list(score.text) == ["78", "76"] and list(score.marker.color) == [CHINA.colour, OTHER[0]]
    assert list(score.customdata) == ["outlook?of=CN.energy", "outlook?of=TR.metals"]
    assert list(projects.text) == ["62", "88"] and list(projects.base) == [1, 1]
    assert list(gap.text) == ["0", "–"], "zero is a value, unknown is not"


def test_a_phone_has_the_score_alone() -> None:
    chart = score_bars(ROWS, HEADS, ["a", "b"], DE)
    assert [trace.meta for trace in chart.figure.data] == [None, *["wide"] * 5]
    assert chart.narrow and chart.narrow["xaxis"]["range"] == [0, 1]


def test_ranks_and_the_span_they_take() -> None:
    chart = rank_ranges(ROWS, ["a", "b"], DE)
    lines, dots = chart.figure.data
    assert list(lines.x) == [1, 2, None, 1, 13, None] and list(dots.x) == [1, 2]
    assert chart.figure.layout.xaxis.range[1] > 13
    assert dots.hovertext[1] == "Rang 2, zwischen 1 und 13"
