"""One event is one sign of growth; a bound is no value to grow from."""

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.arrivals import arrival
from tests.queries.present import present

Facts = dict[str, Rows]
GROWING = ("settlement", "startup-landing", "expansion", "rnd-centre", "hq-upgrade")


def test_an_arrival_that_a_milestone_tells_counts_once(served: Warehouse, facts: Facts) -> None:
    found = served.run("select milestone_id, company_id, year from growth")
    here = {row["company_id"]: row for row in present(facts)}
    told = [
        m for m in facts["milestones"] if m["kind"] in GROWING and m["doubted"] != "true" and m["company_id"] in here
    ]
    assert sorted(found["milestone_id"].dropna()) == sorted(m["milestone_id"] for m in told)
    years = {(m["company_id"], int(m["year"])) for m in told}
    own: dict[str, Rows] = {}
    for milestone in facts["milestones"]:
        own.setdefault(milestone["company_id"], []).append(milestone)
    came = {(company, year) for company, row in here.items() if (year := arrival(row, own.get(company, [])))}
    untold = found[found["milestone_id"].isna()]
    assert sorted(zip(untold["company_id"], untold["year"], strict=True)) == sorted(came - years)
    assert ("toshiba-ric", 2023) in came & years


def test_no_bound_takes_part_in_the_growth_of_company_counts(served: Warehouse, facts: Facts) -> None:
    bounds = {
        (row["market"], row["indicator_id"], row["region"], int(row["year"]))
        for row in facts["indicators"]
        if row["preferred"] == "true" and row["qualifier"] in ("more-than", "less-than")
    }
    found = served.run("select * from outlook_companies")
    assert len(found) and not found["raw"].isna().any()
    for _, row in found.iterrows():
        series = row["market"], row["indicator_id"], row["region"]
        assert not {(*series, row["year"]), (*series, row["since_year"])} & bounds
        assert row["facts"] == sum(
            1
            for r in facts["indicators"]
            if (r["market"], r["indicator_id"], r["region"]) == series
            and r["preferred"] == "true"
            and row["since_year"] <= int(r["year"]) <= row["year"]
            and (*series, int(r["year"])) not in bounds
        )
