"""The relations page's questions, recomputed in plain Python from the CSVs, for several choices and several todays."""

import calendar
import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.warehouse import FromFolder, Warehouse
from tests.conftest import Rows

Facts = dict[str, Rows]
MONTHS = 18
CHOICES: list[dict[str, Any]] = [
    {"markets": [], "kinds": [], "theme": "", "first": 1900, "last": 2100},
    {"markets": ["JP"], "kinds": [], "theme": "", "first": 2014, "last": 2020},
    {"markets": ["IN", "KR"], "kinds": ["trade-fair", "conference"], "theme": "", "first": 1900, "last": 2100},
    {"markets": ["US", "FR"], "kinds": ["trade-fair"], "theme": "life-sciences", "first": 2001, "last": 2024},
    {"markets": ["ZZ"], "kinds": ["festival"], "theme": "connectivity", "first": 2001, "last": 2002},
]
TODAYS = [date(2013, 1, 1), date(2019, 10, 31), date(2026, 2, 10), date(2026, 11, 23)]
every_choice = pytest.mark.parametrize("choice", CHOICES)
every_today = pytest.mark.parametrize("today", TODAYS)


def whole(text: str) -> int | None:
    return int(text) if text else None


def none(value: Any) -> Any:
    return None if pd.isna(value) else value


def reach(row: dict[str, str]) -> tuple[date, date]:
    """The first and the last day on which an event can have begun."""
    year, month, day = int(row["year"]), whole(row["month"]), whole(row["day"])
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, day or 1), date(year, month, day or calendar.monthrange(year, month)[1])


def last_day(row: dict[str, str]) -> date:
    """The last day on which an event can end."""
    end = {name: row[f"end_{name}"] for name in ("year", "month", "day")}
    return reach(end if end["year"] else row)[1]


def is_coming(row: dict[str, str], today: date) -> bool:
    return last_day(row) >= today


def chosen(facts: Facts, choice: dict[str, Any]) -> Rows:
    return [
        row
        for row in facts["events"]
        if (not choice["markets"] or row["market"] in [*choice["markets"], "all"])
        and (not choice["kinds"] or row["kind"] in choice["kinds"])
        and (not choice["theme"] or row["theme_id"] == choice["theme"])
        and choice["first"] <= int(row["year"]) <= choice["last"]
    ]


def months_ahead(today: date) -> list[tuple[int, int]]:
    start = today.year * 12 + today.month - 1
    return [divmod(number, 12) for number in range(start, start + MONTHS)]


def ahead(rows: Rows, today: date) -> Rows:
    """Coming events that may begin before the calendar's end."""
    year, month = divmod(today.year * 12 + today.month - 1 + MONTHS, 12)
    return [row for row in rows if is_coming(row, today) and reach(row)[0] < date(year, month + 1, 1)]


def test_every_event_is_in_the_view_with_its_earliest_and_latest_day(served: Warehouse, facts: Facts) -> None:
    found = served.run("select * from event").set_index("event_id")
    assert set(found.index) == {row["event_id"] for row in facts["events"]} and found.index.is_unique
    for row in facts["events"]:
        seen = found.loc[row["event_id"]]
        assert (seen["first_day"].date(), seen["begun_day"].date()) == reach(row), row["event_id"]
        assert seen["last_day"].date() == last_day(row), row["event_id"]
        assert bool(seen["for_all"]) == (row["market"] == "all")


def test_markets_that_can_be_chosen(served: Warehouse, facts: Facts) -> None:
    today = date(2026, 11, 23)
    found = served.ask("relations/markets", today=today)
    named = {row["market"] for table in ("institutions", "events", "project_partners") for row in facts[table]}
    named |= set(served.ask("shared/occasions", markets=[], theme="", today=today)["market"].dropna())
    assert set(found["market"]) == named - {"all"} and found["market"].is_unique
    counts = Counter(row["market"] for row in facts["events"])
    assert list(found["events"]) == [counts[market] for market in found["market"]]
    core = {row["market"]: row["core"] == "true" for row in facts["markets"]}
    order = [(not core[m], -counts[m]) for m in found["market"]]
    assert order == sorted(order)


def test_years(served: Warehouse, facts: Facts) -> None:
    years = [int(row["year"]) for row in facts["events"]]
    years += [
        int(row["since_year"]) for table in ("institutions", "desks") for row in facts[table] if row["since_year"]
    ]
    assert list(served.ask("relations/years")["year"]) == list(range(min(years), max(years) + 1))


@every_choice
@every_today
def test_summary(served: Warehouse, facts: Facts, choice: dict[str, Any], today: date) -> None:
    row = served.ask("relations/summary", today=today.isoformat(), months=MONTHS, **choice).iloc[0]
    rows = chosen(facts, choice)
    past = [row for row in rows if not is_coming(row, today)]
    assert row["coming_soon"] == len(ahead(rows, today))
    own = [event for event in past if event["market"] != "all"] if choice["markets"] else past
    assert row["past"] == len(own)
    assert row["past_for_all"] == sum(event["market"] == "all" for event in past)
    years = [int(event["year"]) for event in own]
    assert none(row["first_year"]) == min(years, default=None)
    assert none(row["last_year"]) == max(years, default=None)


@every_choice
@every_today
def test_calendar(served: Warehouse, facts: Facts, choice: dict[str, Any], today: date) -> None:
    found = served.ask("relations/calendar", today=today.isoformat(), months=MONTHS, **choice)
    expected = ahead(chosen(facts, choice), today)
    slots = [(row["year"], none(row["month"])) for _, row in found.iterrows()]
    dated = list(dict.fromkeys(slot for slot in slots if slot[1] is not None))
    assert dated == [(year, month + 1) for year, month in months_ahead(today)], "every month, in order, without a gap"
    placed = {row["event_id"]: slot for (_, row), slot in zip(found.iterrows(), slots, strict=True)}
    placed.pop(None, None)
    placed = {event: slot for event, slot in placed.items() if pd.notna(event)}
    assert placed == {row["event_id"]: (int(row["year"]), whole(row["month"])) for row in expected}
    days = {row["event_id"]: whole(row["day"]) or 99 for row in expected}
    order = [(*slot[:1], slot[1] or 99, days[event]) for event, slot in placed.items()]
    assert order == sorted(order), "within a month by day, what is not known last"


def test_a_calendar_with_months_not_known_is_among_the_cases(facts: Facts) -> None:
    found = [ahead(facts["events"], today) for today in TODAYS]
    assert any(not row["month"] for rows in found for row in rows)
    assert any(row["month"] and not row["day"] for rows in found for row in rows)


@every_choice
@every_today
def test_nearest(served: Warehouse, facts: Facts, choice: dict[str, Any], today: date) -> None:
    found = served.ask("relations/nearest", today=today.isoformat(), **choice).set_index("when_code")
    rows = {row["event_id"]: row for row in chosen(facts, choice)}
    coming = [reach(row)[1] for row in rows.values() if is_coming(row, today)]
    gone = [row for row in rows.values() if not is_coming(row, today)]
    own = [row for row in gone if row["market"] != "all"] if choice["markets"] else []
    past = [reach(row)[1] for row in own or gone]
    assert set(found.index) == {code for code, days in (("next", coming), ("last", past)) if days}
    for code, day in (("next", min(coming, default=None)), ("last", max(past, default=None))):
        if day:
            assert reach(rows[found.loc[code, "event_id"]])[1] == day


@every_choice
@every_today
@pytest.mark.parametrize("by", ["market", "kind"])
def test_rhythm(served: Warehouse, facts: Facts, choice: dict[str, Any], today: date, by: str) -> None:
    found = served.ask("relations/rhythm", by=by, today=today.isoformat(), **choice)
    rows = chosen(facts, choice)
    cells = Counter((row[by], int(row["year"]), is_coming(row, today), row["kind"]) for row in rows)
    keys = [(r["row_code"], r["year"], r["coming"], r["kind"]) for _, r in found.iterrows()]
    assert dict(zip(keys, found["events"], strict=True)) == dict(cells)
    per_cell = Counter((row[by], int(row["year"]), is_coming(row, today)) for row in rows)
    per_year = Counter((row[by], int(row["year"])) for row in rows)
    per_row = Counter(row[by] for row in rows)
    assert list(found["cell_events"]) == [per_cell[key[:3]] for key in keys]
    assert list(found["year_events"]) == [per_year[key[:2]] for key in keys]
    assert list(found["row_events"]) == [per_row[key[0]] for key in keys]
    peaks = {code: max(n for (other, _), n in per_year.items() if other == code) for code in per_row}
    assert list(found["row_peak"]) == [peaks[key[0]] for key in keys]
    core = {row["market"]: row["core"] == "true" for row in facts["markets"]}
    order = [(code == "all", not core.get(code, False), -per_row[code]) for code in dict.fromkeys(k[0] for k in keys)]
    assert order == sorted(order)
    assert [none(market) for market in found["row_market"]] == [key[0] if by == "market" else None for key in keys]
    sources = {source for cell in found["source_ids"] for source in cell}
    assert sources == {row["source_id"] for row in rows}


@every_choice
@every_today
def test_events(served: Warehouse, facts: Facts, choice: dict[str, Any], today: date) -> None:
    found = served.ask("relations/events", today=today.isoformat(), **choice)
    expected = {row["event_id"]: row for row in chosen(facts, choice)}
    assert set(found["event_id"]) == set(expected) and found["event_id"].is_unique
    order = [
        tuple(-(whole(expected[e][part]) or -1) for part in ("year", "month", "day")) for e in found["event_id"]
    ]  # what is not known comes after what is
    assert order == sorted(order)
    for _, row in found.iterrows():
        event = expected[row["event_id"]]
        assert bool(row["coming"]) == is_coming(event, today)
        assert (none(row["day"]), none(row["visitors"])) == (whole(event["day"]), whole(event["visitors"]))
        assert (row["title_de"], row["market"], row["kind"]) == (event["title_de"], event["market"], event["kind"])
        assert row["source_id"] == event["source_id"]


def institutions(facts: Facts) -> Rows:
    """Institutions, and the desks that are not among them yet, with the markets of each."""
    core = {row["market"] for row in facts["markets"] if row["core"] == "true"}
    found = [{**row, "id": row["institution_id"], "markets": [row["market"]]} for row in facts["institutions"]]
    for desk in facts["desks"]:
        markets = sorted(row["market"] for row in facts["markets"] if row["desk_id"] == desk["desk_id"])
        market = min(core & set(markets), default=None)
        twins = [
            row
            for row in facts["institutions"]
            if row["market"] == market
            and row["kind"] in ("desk", "competence-centre")
            and desk["since_year"]
            and row["since_year"] == desk["since_year"]
        ]
        if markets and not twins:
            found.append(
                {**desk, "id": f"desk-{desk['desk_id']}", "market": market, "markets": markets, "kind": "desk"}
            )
    return found  # type: ignore[return-value]


@pytest.mark.parametrize("kinds", [[], ["chamber", "school"], ["desk", "competence-centre"]])
@every_choice
def test_institutions(served: Warehouse, facts: Facts, choice: dict[str, Any], kinds: list[str]) -> None:
    wished, first, last = choice["markets"], choice["first"], choice["last"]
    found = served.ask("relations/institutions", markets=wished, kinds=kinds, first=first, last=last)
    rows = {
        row["id"]: row
        for row in institutions(facts)
        if (not wished or row["market"] == "all" or set(wished) & set(row["markets"]))
        and (not kinds or row["kind"] in kinds)
        and (not row["since_year"] or first <= int(row["since_year"]) <= last)
    }
    assert set(found["institution_id"]) == set(rows) and found["institution_id"].is_unique
    dated = Counter(row["market"] for row in rows.values() if row["since_year"])
    undated = Counter(row["market"] for row in rows.values() if not row["since_year"])
    groups = {
        "consulate": 1,
        "desk": 1,
        "competence-centre": 1,
        "trade-promotion": 1,
        "chamber": 2,
        "network": 2,
        "accelerator": 2,
        "trade-fair": 2,
        "school": 3,
        "culture": 3,
    }
    for _, row in found.iterrows():
        own = rows[row["institution_id"]]
        assert none(row["since_year"]) == whole(own["since_year"])
        assert none(row["market"]) == own["market"]
        assert row["kind_group"] == groups.get(own["kind"], 4)
        assert row["market_dated"] == dated[own["market"]] and row["market_undated"] == undated[own["market"]]
        assert row["dated"] == dated.total() and row["undated"] == undated.total()
        assert (row["source_id"], none(row["city"])) == (own["source_id"], own.get("city") or None)
    for _, own in found.groupby("market", dropna=False):
        years = [none(year) or 9999 for year in own["since_year"]]
        assert years == sorted(years), "the earliest first, those without a year last"


@pytest.mark.parametrize("wished", [[], ["JP"], ["PL", "FR"], ["ZZ"]])
def test_desks(served: Warehouse, facts: Facts, wished: list[str]) -> None:
    found = served.ask("relations/desks", markets=wished)
    core = {row["market"]: row["core"] == "true" for row in facts["markets"]}
    expected = {}
    for desk in facts["desks"]:
        markets = [row["market"] for row in facts["markets"] if row["desk_id"] == desk["desk_id"]]
        if markets and (not wished or set(wished) & set(markets)):
            expected[desk["desk_id"]] = sorted(markets, key=lambda market: (not core[market], market))
    assert {row["desk_id"]: list(row["markets"]) for _, row in found.iterrows()} == expected
    years = {row["desk_id"]: whole(row["since_year"]) for row in facts["desks"]}
    assert [none(year) for year in found["since_year"]] == [years[desk] for desk in found["desk_id"]]


def joined(folder: Facts, wished: list[str], theme: str) -> Rows:
    """The partners of projects of several countries."""
    found = []
    for project in folder["projects"]:
        partners = [row for row in folder["project_partners"] if row["project_id"] == project["project_id"]]
        countries = {row["market"] for row in partners}
        if len(countries) > 1 and (not wished or countries & set(wished)) and theme in ("", project["theme_id"]):
            found += partners
    return found


@pytest.mark.parametrize("theme", ["", "connectivity", "greentech"])
@pytest.mark.parametrize("wished", [[], ["JP"], ["KR"]])
def test_projects(served: Warehouse, facts: Facts, wished: list[str], theme: str) -> None:
    found = served.ask("relations/projects", markets=wished, theme=theme)
    expected = joined(facts, wished, theme)
    keys = sorted((row["project_id"], row["partner"], row["market"], row["part_de"]) for row in expected)
    assert [(r["project_id"], r["partner"], r["market"], r["part_de"]) for _, r in found.iterrows()] == keys
    for _, row in found.iterrows():
        own = [partner for partner in expected if partner["project_id"] == row["project_id"]]
        assert row["partners"] == len(own)
        assert row["countries"] == len({partner["market"] for partner in own})
        assert row["projects"] == len({partner["project_id"] for partner in expected})
        project = next(one for one in facts["projects"] if one["project_id"] == row["project_id"])
        assert (row["source_id"], none(row["place"])) == (project["source_id"], project["place"] or None)


def rewrite(path: Path, *more: dict[str, str], **changes: dict[str, str]) -> None:
    """Add rows to a CSV, and change the row whose first cell is the keyword's name."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames or []), list(reader)
    for row in rows:
        row.update(changes.get(row[columns[0]], {}))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows([*rows, *more])


@pytest.mark.slow
def test_later_projects_and_desks_appear_by_themselves(data_folder: Path, tmp_path: Path, facts: Facts) -> None:
    source = facts["sources"][0]["source_id"]
    new = {"project_id": "bridge", "name_en": "Bridge", "name_de": "Brücke", "source_id": source}
    alone = {"project_id": "alone", "name_en": "Alone", "name_de": "Allein", "source_id": source}
    rewrite(data_folder / "projects.csv", new, alone)
    rewrite(
        data_folder / "project_partners.csv",
        {"project_id": "bridge", "partner": "B", "market": "KR", "source_id": source},
        {"project_id": "bridge", "partner": "A", "market": "US", "source_id": source},
        {"project_id": "alone", "partner": "C", "market": "US", "source_id": source},
    )
    desk = {"desk_id": "islands", "name_en": "Islands", "name_de": "Inseln", "since_year": "1999", "source_id": source}
    rewrite(data_folder / "desks.csv", desk)
    rewrite(data_folder / "markets.csv", NO={"desk_id": "islands"}, SE={"desk_id": "islands"})
    changed = FromFolder(data_folder, tmp_path / "store")
    found = changed.ask("relations/projects", markets=[], theme="")
    assert list(found.loc[found["project_id"] == "bridge", "partner"]) == ["A", "B"]
    assert "alone" not in set(found["project_id"]), "a project of one country joins nobody"
    assert (found["projects"] == len(set(found["project_id"]))).all()
    desks = changed.ask("relations/institutions", markets=["SE"], kinds=["desk"], first=1990, last=2005)
    islands = desks[desks["institution_id"] == "desk-islands"].iloc[0]
    assert islands["since_year"] == 1999 and pd.isna(islands["market"]), "it looks after no core market"
