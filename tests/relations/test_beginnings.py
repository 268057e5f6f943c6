"""When institutions began, by name."""

import pytest

from dashboard.app_pages.relations.charts.beginnings import LINE, SYMBOLS, WIDTH, beginnings
from dashboard.charts.base import Chart
from dashboard.charts.labels import text_width
from dashboard.charts.palette import OTHER
from dashboard.questions.relations import InstitutionsRow
from dashboard.speaking import language
from dashboard.values import Market, Text, market

EN = language("en")
JAPAN, SWEDEN = market("JP", colour="#b5301a"), Market("SE")
NAMES: dict[Market | None, str] = {JAPAN: "Japan", SWEDEN: "Sweden", None: "Several countries"}


def row(name: str, own: Market | None, kind: str, group: int, year: int) -> InstitutionsRow:
    return InstitutionsRow(name, Text(name), own, kind, group, year, "Düsseldorf", 1, 0, 1, 0, "s")


ROWS = [
    row('House of "Peace" & Quiet', JAPAN, "culture", 3, 1953),
    row("Chamber of Industry and Commerce", JAPAN, "chamber", 2, 1954),
    row("Club", JAPAN, "network", 2, 2003),
    row("A desk with a name so long that nobody would ever read it to its very end", JAPAN, "desk", 1, 2024),
    row("Week of start-ups", SWEDEN, "event-series", 4, 2024),
    row("Desk of many", None, "desk", 1, 2020),
]


def chart(rows: list[InstitutionsRow] = ROWS) -> Chart:
    return beginnings(rows, NAMES, EN)


def test_every_institution_has_a_mark_at_its_year_in_the_form_of_its_group() -> None:
    marks = chart().figure.data
    assert [(len(trace.x), trace.marker.symbol) for trace in marks] == [
        (2, "circle"),
        (2, "square"),
        (1, "diamond"),
        (1, "circle-open"),
    ]
    assert sorted(x for trace in marks for x in trace.x) == [1953, 1954, 2003, 2020, 2024, 2024]
    assert marks[2].marker.color[0] == JAPAN.colour
    assert marks[3].marker.color[0] == marks[0].marker.color[1] == OTHER[0]
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)


def test_every_year_and_name_is_written() -> None:
    texts = [label.text for label in chart().figure.layout.annotations]
    assert texts[0] == '<b>1953</b> House of "Peace" &amp; Quiet'
    assert texts[3].startswith("<b>2024</b> A desk") and texts[3].endswith(" …")
    assert "<br>" not in "".join(texts)


@pytest.mark.parametrize("count", [1, 2, 9])
def test_names_do_not_touch(count: int) -> None:
    look = chart([row(f"Institution number {n}", JAPAN, "school", 3, 1960 + 7 * n) for n in range(count)]).figure.layout
    low, high = look.xaxis.range
    spans: dict[float, list[tuple[float, float]]] = {}
    for label in look.annotations:
        at, width = (label.x - low) / (high - low) * WIDTH, text_width("1960 Institution number 0")
        spans.setdefault(label.y, []).append((at, at + width) if label.xanchor == "left" else (at - width, at))
    assert sum(map(len, spans.values())) == count
    for line in spans.values():
        for (_, end), (start, _) in zip(sorted(line), sorted(line)[1:], strict=False):
            assert end <= start


def test_those_of_one_year_stand_below_each_other_and_late_names_stand_left() -> None:
    twins = [row(f"Twin {n}", JAPAN, "school", 3, 1990) for n in range(3)]
    look = chart([*twins, row("Late", JAPAN, "school", 3, 2025)]).figure.layout
    ys = [label.y for label in look.annotations]
    assert ys[:3] == [LINE, 2 * LINE, 3 * LINE]
    assert [label.xanchor for label in look.annotations] == ["left", "left", "left", "right"]
    assert look.yaxis.range[0] > max(ys)


def test_markets_are_named_once_in_their_order() -> None:
    look = chart().figure.layout
    assert list(look.yaxis.ticktext) == ["Japan", "Sweden", "Several countries"]
    assert len(look.shapes) == 2
    assert look.xaxis.range[0] < 1950 and look.xaxis.range[1] > 2024


def test_hover_says_all_and_a_phone_gets_no_names() -> None:
    assert chart().figure.data[1].hovertext[1] == "<b>Club</b><br>2003 · Network · Düsseldorf"
    narrow = chart().narrow or {}
    assert narrow["annotations"] == [] and narrow["height"] < chart().height
