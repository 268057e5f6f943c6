"""What the data page says of the facts, counted again from the CSVs."""

from collections import Counter, defaultdict
from statistics import median

import pytest

from dashboard.app_pages.data.checks import ASKED, results
from dashboard.questions import briefing, data, market
from dashboard.warehouse import Warehouse
from dashboard.warehouse.named import query_names
from tests.conftest import Rows

Facts = dict[str, Rows]
SOURCED = (  # tables whose rows are facts
    "companies",
    "milestones",
    "indicators",
    "events",
    "institutions",
    "signals",
    "projects",
    "project_partners",
    "themes",
    "desks",
    "contacts",
    "markets",
)
YEARS = {"companies": "established", "institutions": "since_year", "desks": "since_year"}


def named(facts: Facts) -> Counter[str]:
    return Counter(row["source_id"] for table in SOURCED for row in facts[table] if row["source_id"])


def test_every_table_is_counted(facts: Facts, served: Warehouse) -> None:
    rows = {row.name: row for row in data.tables()}
    assert rows.keys() == served.package.tables.keys()
    assert {name: row.found for name, row in rows.items()} == {name: len(facts[name]) for name in rows}
    for name in SOURCED:
        years = [int(row[key]) for row in facts[name] if (key := YEARS.get(name, "year")) in row and row[key]]
        assert (rows[name].oldest, rows[name].newest) == ((min(years), max(years)) if years else (None, None)), name
        assert rows[name].sources == len({row["source_id"] for row in facts[name]} - {""})


def test_facts_and_their_sources(facts: Facts) -> None:
    [found] = data.summary()
    count, sources = named(facts), {row["source_id"]: row for row in facts["sources"]}
    assert (found.facts, found.sources) == (count.total(), len(count))
    assert found.tertiary == sum(sources[one]["tertiary"] == "true" for one in count) > 0
    assert found.gone == sum(bool(sources[one]["gone"]) for one in count)
    assert found.conflicts == len(data.conflicts()) > 0


def test_what_hangs_on_a_source(facts: Facts) -> None:
    count = named(facts)
    rows = data.sources(which="all", term=None, sorted="facts", rows=5000, skip=0)
    assert {row.source_id: row.facts for row in rows} == {
        row["source_id"]: count[row["source_id"]] for row in facts["sources"]
    }
    assert [row.facts for row in rows] == sorted(count.values(), reverse=True) + [0] * (len(rows) - len(count))
    largest = rows[0].source_id
    assert len(data.hanging(source=largest)) == count[largest]
    assert {row.fact for row in data.hanging(source=largest)} == set(rows[0].facts_of)


@pytest.mark.parametrize(
    ("which", "fits"),
    [
        ("tertiary", lambda row, _: row["tertiary"] == "true"),
        ("gone", lambda row, _: bool(row["gone"])),
        ("silent", lambda row, _: not row["url"]),
        ("unused", lambda row, count: not count[row["source_id"]]),
    ],
)
def test_sources_of_a_kind(facts: Facts, which: str, fits: object) -> None:
    assert callable(fits)
    count = named(facts)
    wanted = {row["source_id"] for row in facts["sources"] if fits(row, count)}
    assert {row.source_id for row in data.sources(which=which, term="", sorted="title", rows=5000, skip=0)} == wanted


def test_sources_are_found_by_all_words_and_given_a_page_at_a_time() -> None:
    def ask(term: str, rows: int = 5000, skip: int = 0) -> list[str]:
        return [row.source_id for row in data.sources(which="all", term=term, sorted="published", rows=rows, skip=skip)]

    both = ask("rheinische JAPAN")
    assert both and set(both) < set(ask("japan")) and set(both) < set(ask("Rheinische"))
    assert ask("japan", 10) + ask("japan", 10, 10) == ask("japan", 20)
    assert ask("no such word anywhere") == []


def test_where_sources_differ(facts: Facts) -> None:
    points: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for row in facts["indicators"]:
        points[row["indicator_id"], row["market"], row["region"], row["year"]].append(row)
    differ = {key: said for key, said in points.items() if len({float(row["value"]) for row in said}) > 1}
    found = {(row.indicator_id, str(row.market), row.region, str(row.year)): row for row in data.conflicts()}
    assert found.keys() == differ.keys()
    for key, said in differ.items():
        values = sorted(float(row["value"]) for row in said)
        row = found[key]
        assert (row.low, row.high, list(row.values)) == (values[0], values[-1], values)
        assert {(v, s) for v, s in zip(row.values, row.said_by, strict=True)} == {
            (float(one["value"]), one["source_id"]) for one in said
        }
    newest = {(row.indicator_id, row.market, row.region, row.year) for row in briefing.conflicts(markets=())}
    assert newest <= {(row.indicator_id, row.market, row.region, row.year) for row in data.conflicts()}


def test_coverage_is_that_of_the_pages_of_markets(served: Warehouse) -> None:
    rows = data.coverage()
    for code in served.markets:
        assert sorted((row.region, row.listed, row.value, row.share) for row in rows if row.market == code) == [
            (row.region, row.listed, row.value, row.share) for row in market.coverage(market=code)
        ]
    everyone = {row.region: row for row in rows if row.market == "all"}
    assert all(row.listed <= everyone[row.region].listed for row in rows if row.region in everyone)


def test_what_is_to_be_looked_at_again(facts: Facts, served: Warehouse) -> None:
    year = served.as_of[0]
    limits = {row["recheck"]: int(row["years"]) for row in facts["rechecks"]}
    found = {row.recheck: row for row in data.freshness()}
    assert found.keys() == limits.keys()
    for kind, row in found.items():
        again = data.rechecks(recheck=kind)
        assert len(again) == row.old <= row.found
        assert all(one.year < year - limits[kind] for one in again)
    signals = [year - int(row["year"]) for row in facts["signals"]]
    assert found["signal"].median_age == median(signals) and found["signal"].found == len(signals)
    assert found["signal"].old == sum(age > limits["signal"] for age in signals)
    old = {(row.indicator_id, row.market, row.region) for row in briefing.old(markets=())}
    assert {tuple(row.about.rsplit(" ", 2)) for row in data.rechecks(recheck="figure")} == old


def test_every_check_has_a_line_and_is_passed() -> None:
    assert ASKED.keys() == results().keys() == {n.split("/")[1] for n in query_names() if n.startswith("checks/")}
    assert all(rows.empty for rows in results().values())


def test_the_years_of_what_ages_add_up(served: Warehouse) -> None:
    rows = data.ages()
    for kind in data.freshness():
        own = [row for row in rows if row.recheck == kind.recheck]
        assert sum(row.found for row in own) == kind.found == own[0].row_found
        assert sum(row.found for row in own if row.is_old) == kind.old == own[0].row_old
        assert {row.peak for row in own} == {max(row.found for row in own)}
        assert all(row.is_old == (row.year < served.as_of[0] - kind.years) for row in own)
