"""The stages from studying to living here."""

from itertools import pairwise
from typing import Any

from dashboard.app_pages.talent.charts.stages import stage_bars
from dashboard.questions.talent import PipelineRow
from dashboard.speaking import language
from dashboard.values import Hedge, market

DE, EN = language("de"), language("en")
INDIA = market("IN", colour="#169485")
NAMES = ["Students", "Blue Cards", "Employees"]


def stage(number: int, first: tuple[int, float], last: tuple[int, float], hedge: Hedge, points: int) -> PipelineRow:
    return PipelineRow(
        stage=number,
        indicator_id="i",
        subject="work",
        points=points,
        first_year=first[0],
        first_value=first[1],
        first_qualifier=hedge,
        last_year=last[0],
        last_value=last[1],
        last_qualifier=hedge,
        times=last[1] / first[1] if points > 1 else None,
        exact=hedge is Hedge.EXACT,
        source_ids=("s",),
    )


STAGES = [
    stage(1, (2017, 17570), (2023, 49483), Hedge.EXACT, 7),
    stage(2, (2021, 19900), (2021, 19900), Hedge.APPROX, 1),
    stage(3, (2015, 23300), (2024, 137000), Hedge.APPROX, 2),
]


def wide(names: list[str] = NAMES) -> Any:
    return stage_bars(STAGES, names, INDIA, EN).figure


def test_first_and_newest_value_of_each_stage_on_one_scale() -> None:
    chart = wide()
    first, last = chart.data
    assert list(first.x) == [17570, 23300], "a single value has no pale bar"
    assert list(last.x) == [49483, 19900, 137000]
    assert first.marker.opacity < last.marker.opacity and last.marker.color == INDIA.colour
    assert chart.layout.xaxis.range[0] == 0 and chart.layout.xaxis.range[1] > 137000


def test_numbers_carry_year_hedge_and_growth_within_the_definition() -> None:
    first, last = stage_bars(STAGES, NAMES, INDIA, DE).figure.data
    assert list(first.text) == [" 17.570 (2017)", " ≈\u202f23.300 (2015)"]
    assert list(last.text) == [
        " <b>49.483</b> (2023), 2,8-fach",
        " <b>≈\u202f19.900</b> (2021)",
        " <b>≈\u202f137.000</b> (2024), ≈\u202f5,9-fach",
    ]


def test_stages_are_numbered_from_top_to_bottom() -> None:
    chart = wide()
    heads = chart.layout.annotations
    assert [head.text for head in heads] == ["<b>1</b>  Students", "<b>2</b>  Blue Cards", "<b>3</b>  Employees"]
    assert [head.y for head in heads] == sorted(head.y for head in heads)
    assert chart.layout.yaxis.range[0] > chart.layout.yaxis.range[1], "the first on top"


def test_bars_do_not_touch_each_other() -> None:
    edges = sorted((y - w / 2, y + w / 2) for bars in wide().data for y, w in zip(bars.y, bars.width, strict=True))
    assert all(low >= high for (_, high), (low, _) in pairwise(edges))


def test_a_phone_has_more_room_beside_the_bars() -> None:
    long = ["Employees by nationality in jobs subject to social insurance"] * 3
    chart = stage_bars(STAGES, long, INDIA, EN)
    assert chart.narrow and chart.narrow["xaxis"]["range"][1] > chart.figure.layout.xaxis.range[1]
    assert "<br>" in chart.narrow["annotations"][0]["text"]
    assert "<br>" not in chart.figure.layout.annotations[0].text


def test_no_stage() -> None:
    assert stage_bars([], [], INDIA, EN).figure.layout.height > 0
