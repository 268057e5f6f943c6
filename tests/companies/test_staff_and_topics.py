"""Filters by employees and by topic, from the entry point."""

from urllib.parse import parse_qs

from dashboard.speaking import language
from tests.companies.test_page import listed
from tests.conftest import Rows
from tests.opened import Opened, Opener


def total(page: Opened) -> int:
    """How many companies the list has, of the pager's `1–25 of 58`."""
    return int(page.pickable.partition('<nav class="pw-pager">')[2].split("</span>")[0].split()[-1].replace(",", ""))


def staff(row: dict[str, str]) -> int | None:
    return int(row["employees"]) if row["employees"] else None


def test_staff_from_and_to_leave_out_who_is_not_known_and_say_how_many(
    open_page: Opener, facts: dict[str, Rows]
) -> None:
    page = open_page("companies", lang="en", market="JP", staff_from="50", staff_to="200")
    own = [row for row in facts["companies"] if row["market"] == "JP"]
    within = sum(50 <= size <= 200 for row in own if (size := staff(row)) is not None)
    unknown = sum(staff(row) is None for row in own)
    assert total(page) == within > 5 and not page.notices
    switch = page.test.toggle(key="staff_unknown")
    assert switch.label == f"Also those whose number is not known ({unknown})" and not switch.value
    assert total(Opened(switch.set_value(True).run())) == within + unknown
    assert page.test.query_params["staff_unknown"] in ("yes", ["yes"])


def test_the_switch_rests_where_no_number_is_asked_for(open_page: Opener, facts: dict[str, Rows]) -> None:
    page = open_page("companies", lang="en")
    assert page.test.toggle(key="staff_unknown").disabled and total(page) == len(facts["companies"])
    page.test.number_input(key="staff_from").set_value(1000).run()
    assert page.test.query_params["staff_from"] in ("1000", ["1000"])
    assert total(Opened(page.test)) == sum((staff(row) or 0) >= 1000 for row in facts["companies"])
    assert not page.test.toggle(key="staff_unknown").disabled
    next(button for button in page.test.button if button.label == "Reset all filters").click().run()
    assert page.test.number_input(key="staff_from").value is None and total(Opened(page.test)) == len(
        facts["companies"]
    )
    assert "staff_from" not in page.test.query_params


def test_a_number_nobody_can_read_is_said(open_page: Opener) -> None:
    page = open_page("companies", lang="de", staff_from="viele")
    [notice] = page.notices
    assert (
        notice.replace("\\", "") == "Beschäftigte von: „staff_from=viele“ ist hier nicht bekannt. Gezeigt wird: alle."
    )
    assert len(listed(page)) == 25


def test_a_topic_is_a_filter_a_column_and_on_the_card(open_page: Opener, facts: dict[str, Rows]) -> None:
    page = open_page("companies", lang="de", topic="Batterien und Speicher")
    own = [row for row in facts["companies"] if "batteries" in row["topics"]]
    assert set(listed(page)) == {row["company_id"] for row in own} and not page.notices
    assert parse_qs("topic=batteries")["topic"] == page.test.query_params["topic"] or [
        page.test.query_params["topic"]
    ] == ["batteries"]
    assert page.pickable.count('class="topics">Batterien und Speicher') == len(own)
    card = open_page("companies", lang="de", company=own[0]["company_id"]).html
    assert "<dt>Stichwörter</dt><dd>Batterien und Speicher</dd>" in card


def test_topics_count_each_company_once_in_all(open_page: Opener, facts: dict[str, Rows]) -> None:
    page, lang = open_page("companies", lang="en"), language("en")
    offered = next(box for box in page.test.multiselect if box.key == "topic").options
    rows = facts["companies"]
    for topic in facts["topics"]:
        having = sum(topic["topic_id"] in [each.strip() for each in row["topics"].split(";")] for row in rows)
        assert (f"{topic['name_en']} ({having})" in offered) == (having > 0)
    assert f"no topic ({lang.number(sum(not row['topics'] for row in rows))})" in offered
    assert "several topics" in page.html
    both = open_page("companies", lang="en", topic=["batteries", "artificial-intelligence"])
    either = [row for row in rows if {"batteries", "artificial-intelligence"} & set(row["topics"].split("; "))]
    assert total(both) == len(either)
