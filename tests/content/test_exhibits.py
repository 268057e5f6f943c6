"""What can be taken along of pages: every figure, table and list, by a key, with typed columns and what is drawn."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from dashboard.app_pages import PAGES
from dashboard.content.exhibit import Exhibit
from dashboard.content.exhibited import exhibits
from dashboard.content.periods import periods
from dashboard.content.plotted import Form
from dashboard.content.view import View, view
from dashboard.language import COMPLETE
from dashboard.speaking import language
from dashboard.warehouse import warehouse

MARKETS = ("JP", "KR", "IN", "BG", "US")
DRAWN = ("bar", "scatter", "heatmap")


def views(lang: str, markets: Sequence[str] = MARKETS) -> Iterator[View]:
    """Every page as it opens; the market's for several."""
    for page in PAGES.values():
        asked = [{"market": [market]} for market in markets] if page.name == "market" else [{}]
        yield from (view(page, one, language(lang)) for one in asked)


def found(lang: str) -> Iterator[tuple[View, Exhibit]]:
    for one in views(lang):
        yield from ((one, exhibit) for exhibit in one.exhibits.values())


@pytest.mark.parametrize("lang", COMPLETE)
def test_every_exhibit_has_a_key_a_title_and_columns_of_its_own(lang: str) -> None:
    count = 0
    for one, exhibit in found(lang):
        where = (one.page.name, exhibit.key)
        titles = exhibit.sheet.titles
        assert exhibit.key.replace("-", "").isalnum() and exhibit.caption.title, where
        assert titles and len(set(titles)) == len(titles) and all(titles), (where, titles)
        assert all(len(line) == len(titles) for line in exhibit.sheet.lines), where
        count += 1
    assert count > 100


def test_no_exhibit_of_a_page_is_lost() -> None:
    """Two parts with one key would be one."""

    for one in views("en"):
        assert len(one.exhibits) == sum(1 for section in one.sections for _ in exhibits(section, one.lang))


def numbers(exhibit: Exhibit) -> set[float]:
    """What the figure on the screen draws: positions, lengths and what cells are as strong as."""
    assert exhibit.figure
    columns = [
        column
        for trace in exhibit.figure.chart.figure.data
        if trace.type in DRAWN
        for column in (trace.x, trace.y, *(trace.z if trace.type == "heatmap" else ()))
        if column is not None
    ]
    return {round(abs(float(value)), 6) for column in columns for value in column if isinstance(value, int | float)}


@pytest.mark.parametrize("lang", COMPLETE)
def test_what_is_plotted_is_what_the_screen_draws(lang: str) -> None:
    checked = set()
    for one, exhibit in found(lang):
        drawn = exhibit.figure and exhibit.figure.plotted
        if not drawn or exhibit.key in ("outlook-ranking", "relations-rhythm", "sectors", "ages"):
            continue  # stretched over a whole, stacked by other parts, toned by a share, on scales of their own
        values = {value for panel in exhibit.panels(one.lang) for series in panel.series for _, value in series.points}
        screen = numbers(exhibit)
        if drawn.form is not Form.WHOLES:
            missing = {round(value, 6) for value in values if value is not None} - screen
            assert not missing, (one.title, exhibit.key, missing)
        checked.add(exhibit.key)
    assert len(checked) >= 15


def rows_of(lang: str, page: str, key: str) -> tuple[Exhibit, Sequence[Any]]:
    one = view(PAGES[page], {}, language(lang))
    exhibit = one.exhibits[key]
    assert exhibit.figure
    return exhibit, exhibit.figure.rows


def test_parts_of_a_whole_add_up_and_stacks_sum_their_rows() -> None:
    lang = language("en")
    exhibit, rows = rows_of("en", "sectors", "sectors-shift")
    [panel] = exhibit.panels(lang)
    totals = {row.period: row.period_total for row in rows}
    assert sum(value or 0 for series in panel.series for _, value in series.points) == sum(totals.values())
    assert len(panel.categories) == len(totals)
    exhibit, rows = rows_of("en", "relations", "relations-rhythm")
    [panel] = exhibit.panels(lang)
    assert {series.name: sum(value or 0 for _, value in series.points) for series in panel.series} == {
        lang.name("markets", row.row_code): row.row_events for row in rows
    }
    exhibit, rows = rows_of("en", "data", "ages")
    [panel] = exhibit.panels(lang)
    assert sorted(sum(value or 0 for _, value in series.points) for series in panel.series) == sorted(
        {row.recheck: row.row_found for row in rows}.values()
    )


def test_categories_are_in_the_order_of_periods_and_of_the_rows() -> None:
    exhibit, _ = rows_of("en", "market", "market-arrivals")
    [panel] = exhibit.panels(language("en"))
    assert panel.categories == tuple(periods(language("en")))
    exhibit, rows = rows_of("en", "compare", "sectors")
    [panel] = exhibit.panels(language("en"))
    named = dict.fromkeys(language("en").name("sectors", row.sector_id) for row in rows)
    assert panel.categories == tuple(named)
    assert any(len(series.points) < len(named) for series in panel.series)


def test_lines_break_where_nobody_knows_what_was_between() -> None:
    exhibit, _ = rows_of("de", "market", "market-counts")
    broken = [series.points for panel in exhibit.panels(language("de")) for series in panel.series]
    assert any(value is None for points in broken for _, value in points)
    for points in broken:
        assert [year for year, _ in points] == sorted(int(year) for year, _ in points)
        assert points[0][1] is not None and points[-1][1] is not None


def test_a_view_says_what_is_chosen_and_names_its_files() -> None:
    en = language("en")
    one = view(PAGES["companies"], {"market": ["JP", "CN"], "sector": ["ict"], "lang": ["en"]}, en)
    assert dict(one.filters)["Source market"] == "Japan, China"
    assert "market=JP" in one.query and "market=CN" in one.query and one.query.endswith("lang=en")
    assert one.file("by-market").startswith("pocket-world_JP-CN_companies_by-market_20")
    again = view(PAGES["companies"], {"market": ["JP", "CN"]}, en)
    assert again.filters == one.filters[: len(again.filters)]
    opened = view(PAGES["overview"], {}, en)
    assert opened.filters == () and opened.version == warehouse().version
    assert view(PAGES["market"], {}, en).query.startswith("market=")


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize(
    ("page", "key", "measure"),
    [
        ("outlook", "outlook-matrix", {}),
        ("sectors", "sectors-matrix", {}),
        ("sectors", "sectors-matrix", {"measure": ["specialisation"]}),
        ("compare", "compare-scorecard", {}),
    ],
)
def test_a_number_on_screen_is_a_number_in_the_file(page: str, key: str, measure: dict[str, Any], lang: str) -> None:
    one = view(PAGES[page], measure, language(lang))
    exhibit = one.exhibits[key]
    assert exhibit.said
    keys = [heading.key for heading in exhibit.sheet.headings]
    shown = 0
    for said, line in zip(exhibit.said.lines, exhibit.sheet.lines, strict=True):
        cells = dict(zip(keys, line, strict=True))
        for heading, text in zip(exhibit.said.headings[1:], said[1:], strict=True):
            value, note = cells[heading.key], cells.get(f"{heading.key}-note")
            if text is None:
                assert value is None and note is None
                continue
            shown += 1
            assert isinstance(value, int | float), (heading, text)
            assert not note or str(text).endswith(f" ({str(note).split(' · ')[-1]})")
    assert shown > 20


def test_a_score_is_said_as_on_the_screen() -> None:
    exhibit = view(PAGES["outlook"], {}, language("en")).exhibits["outlook-matrix"]
    assert exhibit.said
    units = {heading.key: heading.unit for heading in exhibit.sheet.headings}
    at = next(n for n, key in enumerate(units) if units[key] == "points")
    said = [line[1] for line in exhibit.said.lines]
    for line, text in zip(exhibit.sheet.lines, said, strict=True):
        if text is not None:
            assert f"{line[at]:.0f} ({line[at + 1]})" == text
    assert any(said)
    drawn = view(PAGES["outlook"], {}, language("en")).exhibits["outlook-ranking"]
    [panel] = drawn.panels(language("en"))
    assert max(value or 0 for _, value in panel.series[0].points) > 1 and panel.series[0].unit == "points"


@pytest.mark.parametrize(
    ("page", "key", "exact"),
    [
        ("relations", "relations-calendar", "2026-01-01"),
        ("relations", "relations-past", "2026-01-01"),
        ("market", "market-news", "2026-01-01"),
        ("overview", "world-latest", "2026-01"),
        ("region", "region-moves", "2026-01"),
        ("market", "market-signals", "2026"),
    ],
)
def test_lists_say_their_dates_as_exactly_as_known(page: str, key: str, exact: str) -> None:
    sheet = view(PAGES[page], {}, language("de")).exhibits[key].sheet
    at = {heading.key: number for number, heading in enumerate(sheet.headings)}
    found = [(str(line[at["date"]]), str(line[at["when"]])) for line in sheet.lines]
    for iso, when in found:
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", iso)
        assert key == "relations-calendar" or iso[:4] in when
    assert max(len(iso) for iso, _ in found) == len(exact)
