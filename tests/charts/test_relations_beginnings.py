"""When institutions began, by name."""

import pandas as pd
import pytest

from dashboard.charts.palette import MARKETS, OTHER
from dashboard.charts.relations_beginnings import LETTER, LINE, SYMBOLS, WIDTH, beginnings, narrow
from dashboard.speaking import language

EN = language("en")
NAMES = {"JP": "Japan", "SE": "Sweden", "": "Several countries"}


def institutions(*rows: tuple[str, str, str, int, int]) -> pd.DataFrame:
    found = pd.DataFrame(rows, columns=["name_en", "market", "kind", "kind_group", "since_year"])
    return found.assign(town_en="Düsseldorf")


ROWS = institutions(
    ('House of "Peace"', "JP", "culture", 3, 1953),
    ("Chamber of Industry and Commerce", "JP", "chamber", 2, 1954),
    ("Club", "JP", "network", 2, 2003),
    ("A desk with a name so long that nobody would ever read it to its very end", "JP", "desk", 1, 2024),
    ("Week of start-ups", "SE", "event-series", 4, 2024),
)


def marks(chart: object) -> dict[tuple[float, float], str]:
    return {(x, y): trace.marker.symbol for trace in chart.data for x, y in zip(trace.x, trace.y, strict=True)}  # type: ignore[attr-defined]


def test_every_institution_has_a_mark_at_its_year_in_the_form_of_its_group() -> None:
    chart = beginnings(ROWS, NAMES, EN)
    assert [(len(trace.x), trace.marker.symbol) for trace in chart.data] == [
        (1, "circle"), (2, "square"), (1, "diamond"), (1, "circle-open"),
    ]  # fmt: skip
    assert sorted(x for x, _ in marks(chart)) == [1953, 1954, 2003, 2024, 2024]
    assert chart.data[2].marker.color[0] == MARKETS["JP"][0] and chart.data[3].marker.color[0] == OTHER[0]
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)


def test_every_year_and_name_is_written() -> None:
    texts = [label.text for label in beginnings(ROWS, NAMES, EN).layout.annotations]
    assert texts[0] == '<b>1953</b> House of "Peace"'
    assert texts[3].startswith("<b>2024</b> A desk") and texts[3].endswith(" …")
    assert "<br>" not in "".join(texts)


@pytest.mark.parametrize("count", [1, 2, 9])
def test_names_do_not_touch(count: int) -> None:
    rows = institutions(*((f"Institution number {n}", "JP", "school", 3, 1960 + 7 * n) for n in range(count)))
    chart = beginnings(rows, NAMES, EN)
    low, high = chart.layout.xaxis.range
    spans: dict[float, list[tuple[float, float]]] = {}
    for label in chart.layout.annotations:
        at, width = (label.x - low) / (high - low) * WIDTH, len("1960 Institution number 0") * LETTER
        spans.setdefault(label.y, []).append((at, at + width) if label.xanchor == "left" else (at - width, at))
    for line in spans.values():
        for (_, end), (start, _) in zip(sorted(line), sorted(line)[1:], strict=False):
            assert end <= start


def test_those_of_one_year_stand_below_each_other_and_late_names_stand_left() -> None:
    rows = institutions(*((f"Twin {n}", "JP", "school", 3, 1990) for n in range(3)), ("Late", "JP", "school", 3, 2025))
    chart = beginnings(rows, NAMES, EN)
    ys = [label.y for label in chart.layout.annotations]
    assert ys[:3] == [LINE, 2 * LINE, 3 * LINE]
    assert [label.xanchor for label in chart.layout.annotations] == ["left", "left", "left", "right"]
    assert chart.layout.yaxis.range[0] > max(ys)


def test_markets_are_named_once_in_their_order() -> None:
    chart = beginnings(ROWS, NAMES, EN)
    assert list(chart.layout.yaxis.ticktext) == ["Japan", "Sweden"]
    assert len(chart.layout.shapes) == 1
    assert chart.layout.xaxis.range[0] < 1950 and chart.layout.xaxis.range[1] > 2024


def test_hover_says_all_and_a_phone_gets_no_names() -> None:
    chart = beginnings(ROWS, NAMES, EN)
    assert chart.data[1].hovertext[1] == "<b>Club</b><br>2003 · Network · Düsseldorf"
    assert narrow(chart)["annotations"] == []
