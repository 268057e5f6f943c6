"""Streams from partners into projects."""

import pandas as pd

from dashboard.charts.palette import MARKETS, OTHER
from dashboard.charts.relations_projects import END, START, WIDE, flow, narrow
from dashboard.speaking import language

EN = language("en")
NAMES = {"DE": "Germany", "JP": "Japan", "IN": "India", "KR": "South Korea", "US": "USA"}
FACTS = {"ran": "Connectivity", "bridge": "GreenTech"}
ROWS = pd.DataFrame(
    [
        ("ran", "Open network", "Operator & Co", "DE", "Operation"),
        ("ran", "Open network", "Maker", "JP", "Platform"),
        ("ran", "Open network", "Helper", "IN", None),
        ("bridge", "Bridge", "Seoul Steel", "KR", "Steel"),
        ("bridge", "Bridge", "Boston Bolts", "US", "Bolts"),
    ],
    columns=["project_id", "name_en", "partner", "market", "part_en"],
)


def test_one_stream_per_partner_in_its_market_s_colour() -> None:
    chart = flow(ROWS, NAMES, FACTS, EN)
    assert [trace.fillcolor for trace in chart.data] == [
        OTHER[0], MARKETS["JP"][0], MARKETS["IN"][0], MARKETS["KR"][0], MARKETS["US"][0],
    ]  # fmt: skip
    assert chart.data[1].text == "Maker (Japan): Platform"
    for trace in chart.data:
        assert (min(trace.x), max(trace.x)) == (START, END)


def test_streams_of_a_project_arrive_side_by_side_at_its_bar() -> None:
    chart = flow(ROWS, NAMES, FACTS, EN)
    arrivals = [sorted(y for x, y in zip(trace.x, trace.y, strict=True) if x == END) for trace in chart.data]
    assert all(abs(high - low - WIDE) < 1e-9 for low, high in arrivals)
    assert arrivals[0][1] == arrivals[1][0] and arrivals[1][1] == arrivals[2][0]
    bars = [shape for shape in chart.layout.shapes if shape.x0 == END]
    assert [(bar.y0, bar.y1) for bar in bars] == [(arrivals[0][0], arrivals[2][1]), (arrivals[3][0], arrivals[4][1])]


def test_projects_do_not_overlap_and_the_height_grows_with_them() -> None:
    chart = flow(ROWS, NAMES, FACTS, EN)
    assert min(chart.data[3].y) > max(chart.data[2].y)
    assert chart.layout.height > flow(ROWS.head(3), NAMES, FACTS, EN).layout.height > 0
    assert max(chart.data[4].y) <= chart.layout.height


def test_words_name_partner_country_part_and_project_also_on_a_phone() -> None:
    for labels in (flow(ROWS, NAMES, FACTS, EN).layout.annotations, narrow(ROWS, NAMES, FACTS, EN)["annotations"]):
        text = " ".join(label["text"] for label in labels).replace("<br>", " ")
        for word in ("Operator &amp; Co", "Germany", "Operation", "Open network", "Connectivity", "Bridge", "Bolts"):
            assert word in text
        assert text.count("Open network") == 1, "a project is named once"
