"""What is new on a market's page, recomputed from every table it may come from."""

from calendar import monthrange
from datetime import date

import pytest

from dashboard.app_pages.market.choice import Subject
from dashboard.app_pages.market.news import news
from dashboard.content.parts import Entries
from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.made import parts
from tests.queries.whole import by_key
from tests.relations.test_queries import last_day

Facts = dict[str, Rows]
TODAY = date(2026, 2, 20)


def last_of(year: str, month: str) -> date:
    at = int(month or 12)
    return date(int(year), at, monthrange(int(year), at)[1])


def happened(facts: Facts, market: str) -> dict[tuple[str, str], tuple[date, date]]:
    """Table and id -> the days between which it happened."""
    own = {row["company_id"] for row in facts["companies"] if row["market"] == market}
    found = {
        ("milestones", row["milestone_id"]): (
            date(int(row["year"]), int(row["month"] or 1), 1),
            last_of(row["year"], row["month"]),
        )
        for row in facts["milestones"]
        if row["company_id"] in own
    }
    for row in (row for row in facts["events"] if row["market"] == market):
        begun = date(int(row["year"]), int(row["month"]), int(row["day"])) if row["day"] else None
        found["events", row["event_id"]] = (begun or last_of(row["year"], row["month"]), last_day(row))
    years = [
        ("institutions", row["institution_id"], row["since_year"])
        for row in facts["institutions"]
        if row["market"] == market
    ]
    years += [("signals", row["signal_id"], row["year"]) for row in facts["signals"] if row["market"] == market]
    found |= {(table, code): (date(int(year), 1, 1), date(int(year), 12, 31)) for table, code, year in years if year}
    return found


@pytest.mark.parametrize("market", ["JP", "CN", "IN", "KR", "US", "FR", "NL"])
def test_it_tells_of_two_years_from_every_table(served: Warehouse, facts: Facts, market: str) -> None:
    rows = served.ask("market/news", market=market, today=TODAY)
    told = {(row.fact, row.fact_id) for row in rows.itertuples()}
    desks = {key for key in told if key[1].startswith("desk-")}  # they come from another table
    assert told - desks == {
        key
        for key, (begun, ended) in happened(facts, market).items()
        if begun <= TODAY and ended >= TODAY.replace(year=TODAY.year - 2)
    }


def test_what_matters_stands_first_and_a_shop_last(served: Warehouse, facts: Facts) -> None:
    rank = {(row["fact"], row["kind"]): int(row["rank"]) for row in facts["news"]}
    companies = by_key(facts["companies"], "company_id")
    for market in ("JP", "CN", "IN", "KR", "US"):
        rows = list(served.ask("market/news", market=market, today=TODAY).itertuples())
        assert [row.rank for row in rows] == sorted(row.rank for row in rows)
        for row in rows:
            company = companies.get(row.company_id, {})
            theme = company.get("theme_id") or next(
                (
                    fact["theme_id"]
                    for table, key in (("events", "event_id"), ("signals", "signal_id"))
                    for fact in facts[table]
                    if table == row.fact and fact[key] == row.fact_id
                ),
                "",
            )
            weight = max(rank.get((row.fact, row.kind), 2), rank.get(("roles", company.get("role", "")), 1))
            assert row.rank == weight - bool(theme), row.fact_id


def test_a_shop_is_not_the_news_of_a_maker_of_photovoltaics(served: Warehouse) -> None:
    rows = served.ask("market/news", market="CN", today=date(2026, 1, 15))
    assert list(rows["kind"])[:3] == ["settlement"] * 3
    shops = rows["company_id"].fillna("").str.startswith("miniso")
    assert shops.any() and not shops[: len(rows) // 2].any()


def test_an_agreement_of_the_month_before_is_news(served: Warehouse) -> None:
    lang = language("de")
    (shown,) = parts(Entries, [news(Subject(served.markets["IN"], date(2026, 3, 1)), lang)])
    assert [entry.kind for entry in shown.found[:2]] == ["Vereinbarung"] * 2
    assert shown.found[0].when.endswith("2026") and shown.found[0].source


def test_what_has_not_begun_is_no_news_and_a_fair_that_runs_says_so(served: Warehouse, facts: Facts) -> None:
    fair = next(
        row for row in facts["events"] if row["end_day"] and row["market"] != "all" and row["end_day"] != row["day"]
    )
    first = date(int(fair["year"]), int(fair["month"]), int(fair["day"]))

    def told(day: date) -> dict[str, bool]:
        rows = served.ask("market/news", market=fair["market"], today=day)
        return {row.fact_id: row.running for row in rows.itertuples()}

    assert fair["event_id"] not in told(first.replace(year=first.year - 1))
    assert told(first)[fair["event_id"]] and not told(last_day(fair).replace(year=first.year + 1))[fair["event_id"]]


def test_of_a_quiet_market_the_page_says_what_is_missing(served: Warehouse) -> None:
    lang = language("en")
    quiet = next(
        code for code in served.markets if code != "all" and served.ask("market/news", market=code, today=TODAY).empty
    )
    section = news(Subject(served.markets[quiet], TODAY), lang)
    assert not section.parts and section.missing
