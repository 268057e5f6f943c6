"""Streams from partners into projects."""

from dashboard.app_pages.relations.charts.flow import END, START, WIDE, flow
from dashboard.charts.base import Chart
from dashboard.charts.palette import OTHER
from dashboard.questions.relations import ProjectsRow
from dashboard.speaking import language
from dashboard.values import Market, Text, market

EN = language("en")
NAMES = {"DE": "Germany", "JP": "Japan", "IN": "India", "KR": "South Korea", "US": "USA"}
FACTS = {"ran": "Connectivity", "bridge": "GreenTech"}
JAPAN, INDIA = market("JP", colour="#b5301a"), market("IN", colour="#169485")


def row(project: str, name: str, partner: str, own: Market, part: str) -> ProjectsRow:
    return ProjectsRow(project, Text(name), None, None, Text(), 3, 3, 2, partner, own, Text(part), "s", ("s",))


ROWS = [
    row("ran", "Open network", "Operator & Co", Market("DE"), "Operation"),
    row("ran", "Open network", "Maker", JAPAN, "Platform"),
    row("ran", "Open network", "Helper", INDIA, ""),
    row("bridge", "Bridge", "Seoul Steel", Market("KR"), "Steel"),
    row("bridge", "Bridge", "Boston Bolts", Market("US"), "Bolts"),
]


def chart(rows: list[ProjectsRow] = ROWS) -> Chart:
    return flow(rows, NAMES, FACTS, EN)


def test_one_stream_per_partner_in_its_market_s_colour() -> None:
    streams = chart().figure.data
    assert [trace.fillcolor for trace in streams] == [OTHER[0], JAPAN.colour, INDIA.colour, OTHER[0], OTHER[0]]
    assert streams[1].text == "Maker (Japan): Platform"
    assert streams[0].text == "Operator &amp; Co (Germany): Operation"
    for trace in streams:
        assert (min(trace.x), max(trace.x)) == (START, END)


def test_streams_of_a_project_arrive_side_by_side_at_its_bar() -> None:
    drawn = chart().figure
    arrivals = [sorted(y for x, y in zip(trace.x, trace.y, strict=True) if x == END) for trace in drawn.data]
    assert all(abs(high - low - WIDE) < 1e-9 for low, high in arrivals)
    assert arrivals[0][1] == arrivals[1][0] and arrivals[1][1] == arrivals[2][0]
    bars = [shape for shape in drawn.layout.shapes if shape.x0 == END]
    assert [(bar.y0, bar.y1) for bar in bars] == [(arrivals[0][0], arrivals[2][1]), (arrivals[3][0], arrivals[4][1])]


def test_projects_do_not_overlap_and_the_height_grows_with_them() -> None:
    streams = chart().figure.data
    assert min(streams[3].y) > max(streams[2].y)
    assert chart().height > chart(ROWS[:3]).height > 0
    assert max(streams[4].y) <= chart().height


def test_words_name_partner_country_part_and_project_also_on_a_phone() -> None:
    for labels in (chart().figure.layout.annotations, (chart().narrow or {})["annotations"]):
        text = " ".join(label["text"] for label in labels).replace("<br>", " ")
        for word in ("Operator &amp; Co", "Germany", "Operation", "Open network", "Connectivity", "Bridge", "Bolts"):
            assert word in text
        assert text.count("Open network") == 1, "a project is named once"
