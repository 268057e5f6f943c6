"""The stand's queries against the CSVs."""

from collections import Counter
from datetime import date

import pandas as pd
import pytest

from dashboard.questions import market as questions
from dashboard.speaking import language
from dashboard.stand.facts import figures
from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.market.test_queries import arrived
from tests.queries.present import belongs
from tests.queries.present import present as here
from tests.queries.step import steps
from tests.queries.whole import answered
from tests.relations.test_queries import last_day, reach

Facts = dict[str, Rows]


def test_summary_and_countries(served: Warehouse, facts: Facts) -> None:
    foreign = Counter(row["market"] for row in here(facts) if row["market"] != "DE")
    summary = served.ask("stand/summary").iloc[0]
    assert (summary["companies"], summary["countries"]) == (foreign.total(), len(foreign))
    visitors = served.ask("stand/visitors")
    assert dict(zip(visitors["market"], visitors["companies"], strict=True)) == foreign
    core = {row["market"] for row in facts["markets"] if row["core"] == "true"}
    assert set(visitors["market"].head(5)) == core


@pytest.mark.parametrize("market", ["JP", "KR", "all", "XX"])
def test_sectors(served: Warehouse, facts: Facts, market: str) -> None:
    rows = served.ask("stand/sectors", market=market)
    wanted = Counter(
        row["sector_id"] for row in here(facts) if market in (row["market"], "all") and row["sector_id"] != "other"
    )
    assert dict(zip(rows["sector_id"], rows["companies"], strict=True)) == wanted
    assert list(rows["companies"]) == sorted(wanted.values(), reverse=True)


@pytest.mark.parametrize(
    ("kind", "code", "market"),
    [
        ("sector", "it-software", "IN"),
        ("sector", "machinery-automation", "AT"),
        ("sector", "none", "JP"),
        ("theme", "greentech", "CN"),
        ("topic", "hydrogen", "KR"),
    ],
)
def test_colleagues(served: Warehouse, facts: Facts, kind: str, code: str, market: str) -> None:
    rows = served.ask("stand/colleagues", kind=kind, code=code, market=market)
    companies = [row for row in here(facts) if belongs(row, kind, code)]
    assert dict(zip(rows["market"], rows["companies"], strict=True)) == Counter(row["market"] for row in companies)
    for _, row in rows.iterrows():
        own = [company for company in companies if company["market"] == row["market"]]
        own.sort(key=lambda company: (-int(company["employees"] or -1), company["name"], company["company_id"]))
        assert list(row["names"]) == [company["name"] for company in own]
        assert list(row["company_ids"]) == [company["company_id"] for company in own]
    if len(rows):
        assert rows["market"].iloc[0] == market, "the visitor's own country comes first"


@pytest.mark.parametrize("today", ["2024-06-01", "2026-11-23", "2030-01-01"])
def test_dates(served: Warehouse, facts: Facts, today: str) -> None:
    rows = served.ask("stand/dates", today=today, rows=4)
    coming = {row["event_id"] for row in facts["events"] if last_day(row) >= date.fromisoformat(today)}
    events = {row["event_id"]: row for row in facts["events"]}
    for row in answered(rows):
        event = events[row["event_id"]]
        assert row["coming"] == (row["event_id"] in coming)
        assert row["running"] == (row["coming"] and reach(event)[1] <= date.fromisoformat(today))
        assert [str(row[f"end_{name}"] or "") for name in ("year", "month", "day")] == [
            event[f"end_{name}"] for name in ("year", "month", "day")
        ]
    shown = rows[rows["when_code"] == "next"]
    assert set(shown["event_id"]) <= coming and len(shown) == min(4, len(coming))
    past = rows[rows["when_code"] == "last"]
    day = date.fromisoformat(today)
    recent = {
        row["event_id"]: row["title_en"]
        for row in facts["events"]
        if row["kind"] in ("trade-fair", "inbound-delegation", "outbound-trip")
        and day.replace(year=day.year - 2) <= last_day(row) < day
    }
    assert set(past["event_id"]) <= set(recent) and len(past) == min(4, len(recent))
    assert list(past["year"]) == sorted(past["year"], reverse=True)
    plain = [title for title in recent.values() if not set(title) & set("(,:;")]
    assert sum(title in plain for title in past["title_en"]) == min(4, len(plain)), "those without a remark first"


@pytest.mark.parametrize("market", ["JP", "KR", "all"])
def test_newest(served: Warehouse, facts: Facts, market: str) -> None:
    rows = served.ask("stand/newest", market=market, oldest=2016, rows=5)
    own = {row["company_id"]: row["status"] for row in facts["companies"] if market in (row["market"], "all")}
    found = [row for row in steps(facts) if row["company_id"] in own and int(row["year"]) >= 2016][:5]
    assert list(rows["milestone_id"]) == [row["milestone_id"] for row in found]
    assert list(rows["is_announced"]) == [own[row["company_id"]] == "announced" for row in found]
    still = {row["company_id"] for row in here(facts)}
    assert list(rows["is_here"]) == [company in still for company in rows["company_id"]]


@pytest.mark.parametrize("market", ["JP", "KR", "all", "XX"])
def test_list_figures(served: Warehouse, facts: Facts, market: str) -> None:
    row = served.ask("stand/list_figures", market=market).iloc[0]
    wanted = [company for company in here(facts) if market in (company["market"], "all")]
    assert row["sectors"] == len({company["sector_id"] for company in wanted} - {"other"})
    assert row["towns"] == len({company["city"] for company in wanted} - {""})
    years = [arrived(facts, company) for company in wanted]
    newest = max((year for year in years if year), default=None)
    assert row["newest"] == newest if newest else pd.isna(row["newest"])


def test_the_stand_opens_with_the_figures_of_the_market_s_page(served: Warehouse) -> None:
    for market in served.markets:
        rows, shown = questions.key_figures(market=market), figures(market, language("en"))
        assert [figure.quantity for figure in shown[: len(rows)]] == [row.quantity for row in rows[:4]], market
        assert "0" not in {figure.value for figure in shown}, market


def test_desks(served: Warehouse, facts: Facts) -> None:
    found = {row["desk_id"]: row["reachable"] for row in answered(served.ask("stand/desks"))}
    ways = [*facts["desks"], *facts["contacts"]]
    told = {row["desk_id"] for row in ways if row["email"] or row["phone"] or row["url"]}
    assert found == {row["desk_id"]: row["desk_id"] in told for row in facts["desks"]}
