"""The model's views, recomputed in plain Python from the CSVs."""

from collections import defaultdict

import pandas as pd
import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.arrivals import arrival

Facts = dict[str, Rows]


def test_company_has_one_row_per_company_with_its_arrival(served: Warehouse, facts: Facts) -> None:
    found = served.run("select * from company").set_index("company_id")
    own: dict[str, Rows] = defaultdict(list)
    for row in facts["milestones"]:
        own[row["company_id"]].append(row)
    assert set(found.index) == {row["company_id"] for row in facts["companies"]}
    assert found.index.is_unique
    for row in facts["companies"]:
        expected = arrival(row, own[row["company_id"]])
        arrived = found.loc[row["company_id"], "arrived"]
        assert (None if pd.isna(arrived) else int(arrived)) == expected, row["company_id"]


def test_company_stands_at_its_postcode_else_its_town(served: Warehouse, facts: Facts) -> None:
    postcodes = {row["postcode"]: float(row["lat"]) for row in facts["postcodes"]}
    places = {row["place"]: float(row["lat"]) for row in facts["places"]}
    found = served.run("select company_id, lat from company").set_index("company_id")["lat"]
    for row in facts["companies"]:
        expected = postcodes.get(row["postcode"], places.get(row["city"]))
        assert (found[row["company_id"]] == pytest.approx(expected)) if expected else pd.isna(found[row["company_id"]])


def test_milestone_adds_the_company(served: Warehouse, facts: Facts) -> None:
    found = served.run("select * from milestone").set_index("milestone_id")
    companies = {row["company_id"]: row for row in facts["companies"]}
    assert set(found.index) == {row["milestone_id"] for row in facts["milestones"]}
    for row in facts["milestones"]:
        line = found.loc[row["milestone_id"]]
        assert line["market"] == companies[row["company_id"]]["market"]
        assert line["is_arrival"] == (row["kind"] in ("settlement", "startup-landing") and row["doubted"] != "true")
        assert line["is_growth"] == (
            row["kind"] in ("expansion", "rnd-centre", "hq-upgrade") and row["doubted"] != "true"
        )


def test_published_is_the_preferred_value_within_the_range_of_all(served: Warehouse, facts: Facts) -> None:
    every: dict[tuple[str, str, str, int], list[dict[str, str]]] = defaultdict(list)
    for row in facts["indicators"]:
        every[row["indicator_id"], row["market"], row["region"], int(row["year"])].append(row)
    found = served.run("select * from published")
    assert len(found) == len(every)
    for _, line in found.iterrows():
        rows = every[line["indicator_id"], line["market"], line["region"], line["year"]]
        values = [float(row["value"]) for row in rows]
        assert line["value"] == next(float(row["value"]) for row in rows if row["preferred"] == "true")
        assert (line["low"], line["high"]) == (min(values), max(values))
        assert set(line["source_ids"]) == {row["source_id"] for row in rows}


def test_latest_value_is_the_newest_with_the_one_before(served: Warehouse, facts: Facts) -> None:
    series: dict[tuple[str, str, str], dict[int, float]] = defaultdict(dict)
    for row in facts["indicators"]:
        if row["preferred"] == "true":
            series[row["indicator_id"], row["market"], row["region"]][int(row["year"])] = float(row["value"])
    found = served.run("select * from latest_value")
    assert len(found) == len(series)
    for _, line in found.iterrows():
        points = series[line["indicator_id"], line["market"], line["region"]]
        years = sorted(points)
        assert (line["year"], line["value"]) == (years[-1], points[years[-1]])
        if len(years) > 1 and points[years[-2]] > 0:  # of a negative balance no growth is told
            assert line["change"] == pytest.approx(points[years[-1]] / points[years[-2]] - 1)
        else:
            assert pd.isna(line["change"])
