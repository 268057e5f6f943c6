"""Charts of the outlook."""

import pandas as pd

from dashboard.charts.outlook import rank_ranges, score_bars
from dashboard.charts.palette import MARKETS, OTHER
from dashboard.speaking import language

DE = language("de")
SCORES = pd.DataFrame(
    {"market": ["CN", "TR"], "sector_id": ["energy", "metals"], "score": [0.785, 0.758], "rank": [1, 2],
     "highest_rank": [1, 1], "lowest_rank": [2, 13]}
)  # fmt: skip
LEVELS = pd.DataFrame(
    {"market": ["CN", "CN", "TR"], "sector_id": ["energy", "energy", "metals"],
     "component": ["projects", "gap", "projects"], "level": [0.62, 0.0, 0.88]}
)  # fmt: skip
COLUMNS = {"projects": "Projects", "gap": "Gap"}


def test_score_then_components_and_a_dash_where_unknown() -> None:
    score, projects, gap = score_bars(SCORES, LEVELS, COLUMNS, ["a", "b"], DE).data
    assert list(score.text) == ["78", "76"] and list(score.marker.color) == [MARKETS["CN"][0], OTHER[0]]
    assert list(score.customdata) == ["CN.energy", "TR.metals"]
    assert list(projects.text) == ["62", "88"] and list(projects.base) == [1, 1]
    assert list(gap.text) == ["0", "–"], "zero is a value, unknown is not"


def test_ranks_and_the_span_they_take() -> None:
    lines, dots = rank_ranges(SCORES, ["a", "b"], DE).data
    assert list(lines.x) == [1, 2, None, 1, 13, None] and list(dots.x) == [1, 2]
    assert rank_ranges(SCORES, ["a", "b"], DE).layout.xaxis.range[1] > 13
    assert dots.hovertext[1] == "Rang 2, zwischen 1 und 13"
