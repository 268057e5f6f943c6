"""The stages from studying to living here."""

from itertools import pairwise

import pandas as pd

from dashboard.charts.palette import MARKETS
from dashboard.charts.talent_pipeline import narrow, pipeline
from dashboard.speaking import language

DE, EN = language("de"), language("en")

STAGES = pd.DataFrame(
    [
        ("Students", 2017, 17570, "exact", 2023, 49483, "exact", 49483 / 17570, True),
        ("Blue Cards", 2021, 19900, "approx", 2021, 19900, "approx", None, False),
        ("Employees", 2015, 23300, "approx", 2024, 137000, "approx", 137000 / 23300, False),
    ],
    columns=[
        "name_en", "first_year", "first_value", "first_qualifier", "last_year", "last_value", "last_qualifier", "times",
        "exact",
    ],
).assign(name_de="Stufe")  # fmt: skip


def test_first_and_newest_value_of_each_stage_on_one_scale() -> None:
    chart = pipeline(STAGES, "IN", EN)
    first, last = chart.data
    assert list(first.x) == [17570, 23300], "a single value has no pale bar"
    assert list(last.x) == [49483, 19900, 137000]
    assert set(first.marker.opacity) != set(last.marker.opacity) and last.marker.color == MARKETS["IN"][0]
    assert chart.layout.xaxis.range[0] == 0 and chart.layout.xaxis.range[1] > 137000


def test_numbers_carry_year_hedge_and_growth_within_the_definition() -> None:
    first, last = pipeline(STAGES, "IN", DE).data
    assert list(first.text) == [" 17.570 (2017)", " ≈\u202f23.300 (2015)"]
    assert list(last.text) == [
        " <b>49.483</b> (2023), 2,8-fach", " <b>≈\u202f19.900</b> (2021)",
        " <b>≈\u202f137.000</b> (2024), ≈\u202f5,9-fach",
    ]  # fmt: skip


def test_stages_are_numbered_from_top_to_bottom() -> None:
    chart = pipeline(STAGES, "IN", EN)
    heads = chart.layout.annotations
    assert [head.text for head in heads] == ["<b>1</b>  Students", "<b>2</b>  Blue Cards", "<b>3</b>  Employees"]
    assert [head.y for head in heads] == sorted(head.y for head in heads)
    assert chart.layout.yaxis.range[0] > chart.layout.yaxis.range[1], "the first on top"


def test_bars_do_not_touch_each_other() -> None:
    chart = pipeline(STAGES, "IN", EN)
    edges = sorted((y - w / 2, y + w / 2) for bars in chart.data for y, w in zip(bars.y, bars.width, strict=True))
    assert all(low >= high for (_, high), (low, _) in pairwise(edges))


def test_a_phone_has_more_room_beside_the_bars() -> None:
    long = STAGES.assign(name_en="Employees by nationality in jobs subject to social insurance")
    wide, phone = pipeline(long, "IN", EN), narrow(long, EN)
    assert phone["xaxis"]["range"][1] > wide.layout.xaxis.range[1]
    assert "<br>" in phone["annotations"][0]["text"] and "<br>" not in wide.layout.annotations[0].text


def test_no_stage() -> None:
    assert pipeline(STAGES.iloc[:0], "IN", EN).layout.height > 0
