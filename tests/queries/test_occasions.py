"""Occasions to get in touch, recomputed from the CSVs: anniversaries, expansions under way, long silence."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import FromFolder, Warehouse
from tests.conftest import Rows, public_rows
from tests.queries.arrivals import arrival
from tests.queries.present import forgotten, last_heard, present
from tests.relations.test_queries import rewrite

Facts = dict[str, Rows]
Anniversary = tuple[str, int, int]  # of whom, the year it counts from, its own year
GROWTH = ("expansion", "rnd-centre", "hq-upgrade")
TODAY = date(2026, 11, 23)
TODAYS = [date(2013, 1, 1), date(2020, 2, 29), TODAY, date(2031, 12, 31)]


def asked(house: Warehouse, today: date = TODAY, markets: tuple[str, ...] = (), theme: str = "") -> Any:
    return house.ask("shared/occasions", markets=[*markets], theme=theme, today=today)


def of(house: Warehouse, occasion: str, today: date = TODAY, markets: tuple[str, ...] = (), theme: str = "") -> Any:
    rows = asked(house, today, markets, theme)
    return rows[rows["occasion"] == occasion]


def own_milestones(facts: Facts, company: str) -> Rows:
    return [row for row in facts["milestones"] if row["company_id"] == company]


def desks(facts: Facts) -> dict[str, tuple[set[str], str]]:
    """Desks that stand among the institutions: id -> markets, year."""
    known = {
        (row["market"], row["since_year"])
        for row in facts["institutions"]
        if row["kind"] in ("desk", "competence-centre") and row["since_year"]
    }
    found = {}
    for desk in facts["desks"]:
        own = [row for row in facts["markets"] if row["desk_id"] == desk["desk_id"]]
        core = min((row["market"] for row in own if row["core"] == "true"), default="")
        if own and (core, desk["since_year"]) not in known:
            found[f"desk-{desk['desk_id']}"] = ({row["market"] for row in own}, desk["since_year"])
    return found


def begun(facts: Facts) -> dict[str, tuple[set[str], set[int]]]:
    """Who is here or stands for a market: id -> its markets, the years that its anniversaries count from."""
    found = {
        row["company_id"]: (
            {row["market"]},
            {arrival(row, own_milestones(facts, row["company_id"])), int(row["established"] or 0)} - {0, None},
        )
        for row in present(facts)
        if row["status"] != "announced"
    }
    found |= {
        row["institution_id"]: ({row["market"]}, {int(row["since_year"])})
        for row in facts["institutions"]
        if row["since_year"]
    }
    return found | {desk: (markets, {int(year)}) for desk, (markets, year) in desks(facts).items() if year}


def anniversaries(facts: Facts, today: date, market: str = "") -> set[Anniversary]:
    round_ones = {int(row["years"]) for row in facts["anniversaries"]}
    return {
        (who, since, year)
        for who, (markets, years) in begun(facts).items()
        for since in years
        for year in (today.year, today.year + 1)
        if year - since in round_ones and (not market or market in markets)
    }


def under_way(facts: Facts, today: date) -> dict[str, dict[str, str]]:
    """Milestones of growth that begin later, have their end ahead, or are announced, no more than four years old and
    without an end that is past."""
    companies = {row["company_id"]: row for row in present(facts)}
    return {
        row["milestone_id"]: companies[row["company_id"]]
        for row in facts["milestones"]
        if row["kind"] in GROWTH
        and row["doubted"] != "true"
        and row["company_id"] in companies
        and (
            date(int(row["year"]), int(row["month"] or 1), 1) > today
            or int(row["due_year"] or 0) >= today.year
            or (
                companies[row["company_id"]]["status"] == "announced"
                and int(row["year"]) >= today.year - 4
                and not row["due_year"]
            )
        )
    }


def told(rows: Any) -> set[Anniversary]:
    return {(row.fact_id, int(row.since), row.year) for row in rows.itertuples()}


@pytest.mark.parametrize("today", TODAYS)
def test_anniversaries_of_this_year_and_the_next(served: Warehouse, facts: Facts, today: date) -> None:
    rows = of(served, "anniversary", today)
    assert told(rows) == anniversaries(facts, today) and len(rows) == len(told(rows)) > 10
    assert (rows["year"] - rows["since"] == rows["years"]).all()
    order = [(row.year, -row.years) for row in rows.itertuples()]
    assert order == sorted(order)


@pytest.mark.parametrize("market", ["JP", "KR", "IN", "US", "RU", "all"])
def test_of_one_market(served: Warehouse, facts: Facts, market: str) -> None:
    assert told(of(served, "anniversary", markets=(market,))) == anniversaries(facts, TODAY, market)
    assert set(of(served, "expansion", markets=(market,))["fact_id"]) == {
        code for code, company in under_way(facts, TODAY).items() if company["market"] == market
    }
    home = {row["company_id"]: row["market"] for row in facts["companies"]}
    silent = {company for company in forgotten(facts) if home[company] == market}
    assert set(of(served, "unheard", markets=(market,))["fact_id"]) == silent


def test_several_markets_and_a_theme(served: Warehouse, facts: Facts) -> None:
    every = asked(served)
    both = asked(served, markets=("JP", "US"))
    assert set(both["fact_id"]) == set(every.loc[every["market"].isin(["JP", "US"]), "fact_id"])
    themes = {row["company_id"]: row["theme_id"] for row in facts["companies"]}
    theme = next(themes[company] for company in every["company_id"].dropna() if themes[company])
    lensed = asked(served, theme=theme)
    wanted = every[every["company_id"].map(themes, na_action="ignore") == theme]
    assert list(lensed["fact_id"]) == list(wanted["fact_id"]) and len(lensed)


@pytest.mark.parametrize("today", TODAYS)
def test_expansions_under_way(served: Warehouse, facts: Facts, today: date) -> None:
    rows = of(served, "expansion", today)
    wanted = under_way(facts, today)
    assert set(rows["fact_id"]) == set(wanted) and rows["fact_id"].is_unique
    assert dict(zip(rows["fact_id"], rows["status"], strict=True)) == {
        code: company["status"] for code, company in wanted.items()
    }


def test_both_a_site_that_grows_and_one_that_is_announced_are_under_way(served: Warehouse) -> None:
    rows = of(served, "expansion")
    assert (rows["due_year"] >= TODAY.year).any() and (rows["status"] == "announced").any()


def test_what_was_due_in_a_year_that_is_past_is_not_under_way(served: Warehouse, facts: Facts) -> None:
    announced = {row["company_id"] for row in present(facts) if row["status"] == "announced"}
    past = [row for row in facts["milestones"] if row["company_id"] in announced and row["due_year"]]
    assert past
    for row in past:
        for today, there in ((date(int(row["due_year"]), 12, 31), True), (date(int(row["due_year"]) + 1, 1, 1), False)):
            assert (row["milestone_id"] in set(of(served, "expansion", today)["fact_id"])) == there
    assert of(served, "expansion")["due_year"].dropna().ge(TODAY.year).all()


def test_companies_of_which_nothing_was_heard(served: Warehouse, facts: Facts) -> None:
    rows, last = of(served, "unheard"), last_heard(facts)
    assert set(rows["company_id"]) == forgotten(facts) and len(rows) > 20
    assert list(rows["year"]) == [last[company] for company in rows["company_id"]]
    assert list(rows["year"]) == sorted(rows["year"], reverse=True)


def test_the_source_tells_of_the_year(served: Warehouse, facts: Facts) -> None:
    """The company's own where that tells it, else that of a milestone of the year, or published in it."""
    companies = {row["company_id"]: row for row in facts["companies"]}
    published = {row["source_id"]: row["published"][:4] for row in facts["sources"]}
    rows = asked(served).dropna(subset="company_id")
    for row in rows[rows["occasion"] != "expansion"].itertuples():
        own, of_milestones = companies[row.company_id], own_milestones(facts, row.company_id)
        year = str(row.year if row.occasion == "unheard" else int(row.since))
        saying = {m["source_id"] for m in of_milestones if year in (m["year"], published[m["source_id"]])}
        if year in (own["established"], own["employees_year"], published[own["source_id"]]):
            saying.add(own["source_id"])
        assert row.source_id in saying, row.fact_id
        if row.occasion == "anniversary" and year == own["established"]:
            assert row.source_id == own["source_id"]


@pytest.mark.parametrize(("wait", "there"), [(-2, False), (-1, True), (0, True), (1, False)])
def test_it_is_told_in_its_year_and_the_year_before(served: Warehouse, facts: Facts, wait: int, there: bool) -> None:
    company = next(
        row
        for row in present(facts)
        if row["established"]
        and row["status"] == "active"
        and arrival(row, own_milestones(facts, row["company_id"])) == int(row["established"])
    )
    year = int(company["established"]) + 25
    for day in (date(year + wait, 1, 1), date(year + wait, 12, 31)):
        rows = of(served, "anniversary", day, (company["market"],))
        assert ((company["company_id"], year - 25, year) in told(rows)) == there


@pytest.mark.slow
def test_a_curator_decides(data_folder: Path, tmp_path: Path, facts: Facts) -> None:
    """Which anniversaries are round; and whoever left, or is only announced, has none."""
    first, second, third = sorted(of_companies(facts))[:3]
    rewrite(data_folder / "anniversaries.csv", {"years": "7"})
    left, coming = {"status": "left"}, {"status": "announced"}
    rewrite(data_folder / "companies.csv", **{first: left, second: coming})
    growing = next(row for row in facts["milestones"] if row["due_year"] and int(row["due_year"]) >= TODAY.year)
    rewrite(data_folder / "milestones.csv", **{growing["milestone_id"]: {"due_year": str(TODAY.year - 1)}})
    house, changed = FromFolder(data_folder, tmp_path / "store"), public_rows(data_folder)
    assert not house.faults
    found = told(of(house, "anniversary"))
    assert found == anniversaries(changed, TODAY) and any(year - since == 7 for _, since, year in found)
    assert {first, second}.isdisjoint({who for who, _, _ in found}) and third in {who for who, _, _ in found}
    assert growing["milestone_id"] not in set(of(house, "expansion")["fact_id"])


def of_companies(facts: Facts) -> set[str]:
    """The companies with an anniversary."""
    return {who for who, _, _ in anniversaries(facts, TODAY)} & {row["company_id"] for row in facts["companies"]}
