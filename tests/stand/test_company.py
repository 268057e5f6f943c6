"""A company's card says what the CSVs say, in every language of the stand."""

import re
from html import unescape

import pytest

from dashboard.language import COMPLETE
from dashboard.speaking import language
from dashboard.stand import company
from dashboard.stand.minimap import WIDTH, outlines
from dashboard.stand.way import Step, Visit
from dashboard.stand.words import shortened, spoken
from tests.conftest import Rows
from tests.queries.present import present as here

Facts = dict[str, Rows]


def card(which: str, lang: str = "en") -> str:
    return company.card(Visit(lang, (Step("company", which),)), language(lang))


def record(which: str, page: int, lang: str = "en") -> str:
    return company.history(Visit(lang, (Step("history", which, page),)), language(lang))


def words(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", html)))


@pytest.mark.parametrize("lang", [each.code for each in spoken()])
def test_the_card_names_what_is_known(lang: str, facts: Facts) -> None:
    said = language(lang)
    some = [row for row in here(facts) if row["employees"] and row["parent"] and row["established"]][::9]
    assert len(some) > 5
    for row in some:
        text = words(card(row["company_id"], lang))
        for value in [
            row["name"],
            row["parent"],
            said.name("markets", row["market"]),
            said.name("sectors", row["sector_id"]),
            said.label("companies", "status", row["status"]),
            said.number(int(row["employees"])),
            said.name("places", row["city"]),
        ]:
            assert value in text, (row["company_id"], value)


def test_the_record_has_every_milestone_with_its_source(facts: Facts) -> None:
    publishers = {row["source_id"]: row["publisher"] for row in facts["sources"]}
    own = [row for row in facts["milestones"] if row["company_id"] == "huawei-technologies-deutschland"]
    pages = words("".join(record(own[0]["company_id"], page) for page in range(-(-(len(own) + 1) // company.RECORD))))
    for row in own:
        assert row["description_en"] in pages and publishers[row["source_id"]] in pages
    short = words(card(own[0]["company_id"]))
    assert sum(row["description_en"][:40] in short for row in own) == company.SHOWN


def test_a_company_without_milestones_says_so(facts: Facts) -> None:
    bare = next(
        row for row in here(facts) if row["company_id"] not in {one["company_id"] for one in facts["milestones"]}
    )
    assert "No milestone is on record." in card(bare["company_id"])


def test_what_it_belongs_to_is_one_touch_away(facts: Facts) -> None:
    row = next(row for row in here(facts) if row["topics"] and row["theme_id"])
    html = card(row["company_id"])
    for pick in (f"market:{row['market']}", f"sector:{row['sector_id']}", f"theme:{row['theme_id']}"):
        assert f'data-pick="{pick}"' in html
    for topic in row["topics"].split(";"):
        assert f'data-pick="topic:{topic.strip()}"' in html
    partner = next(row for row in facts["project_partners"] if row["company_id"])
    others = [row for row in facts["project_partners"] if row["company_id"] not in ("", partner["company_id"])]
    assert all(f'data-pick="company:{row["company_id"]}"' in card(partner["company_id"]) for row in others)


def test_the_map_marks_the_town(facts: Facts) -> None:
    areas = {row["place"]: row["area"] for row in facts["places"]}
    assert {code for kind, code, _ in outlines() if kind == "towns"} >= {areas["Neuss"], areas["Ratingen"]}
    row = next(row for row in here(facts) if row["city"] == "Neuss")
    html = card(row["company_id"])
    assert html.count('class="own"') == 1 and 'aria-label="Neuss"' in html
    [spot] = re.findall(r'<circle cx="(\d+)" cy="(\d+)" r="9"', html)
    assert 0 < int(spot[0]) < WIDTH
    lost = next((row for row in here(facts) if not row["city"]), None)
    assert lost is None or '<svg class="map"' not in card(lost["company_id"])


@pytest.mark.parametrize("lang", [each.code for each in spoken() if each.code not in COMPLETE])
def test_what_desks_and_people_do_is_never_left_in_english(lang: str, facts: Facts) -> None:
    for market in {row["market"] for row in facts["markets"] if row["core"] == "true"}:
        row = next(row for row in here(facts) if row["market"] == market)
        desk = card(row["company_id"], lang).partition('<div class="desk">')[2]
        assert desk and 'class="only"' not in desk, market


def test_a_text_is_cut_between_words() -> None:
    assert shortened("One two, three", 0) == shortened("One two, three", 14) == "One two, three"
    assert shortened("One two, three", 10) == "One two …"
    assert shortened("東京大阪名古屋", 4) == "東京大阪 …"
