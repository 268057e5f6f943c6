"""The Talent page from the entry point, in both languages."""

import json
import re

import pytest

from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from tests.opened import Opener

CORE = ("JP", "CN", "IN", "KR", "US")


@pytest.mark.parametrize("lang", ["de", "en"])
def test_page(open_page: Opener, served: Warehouse, lang: str) -> None:
    page, words = open_page("talent", lang=lang), language(lang)
    assert {
        "talent-residents-1", "talent-residents-2", "talent-students-1", "talent-students-2", "talent-work-2",
        "talent-pipeline", "talent-partnerships-2",
    } == set(page.figures)  # fmt: skip
    assert re.findall(r"<h1>(.*?)</h1>", page.html) == [words.t("Talent")]
    assert len(re.findall(r"<h2>", page.html)) == 5
    for row in served.ask("talent/residents", markets=CORE, region="DUS").to_dict("records"):
        assert words.value(row["value"], row["unit"], row["qualifier"]) in page.html
        assert row["source_url"].replace("&", "&amp;") in page.html
    assert not page.notices


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_agreement_stands_with_its_source_and_the_rule(open_page: Opener, served: Warehouse, lang: str) -> None:
    page, words = open_page("talent", lang=lang, markets="IN"), served.ask("talent/words")
    rule = ", ".join(words.loc[words["lang"] == lang, "word"])
    assert rule in page.html
    found = served.ask("talent/agreements", markets=("IN",), words=tuple(words["word"]), today="2026-01-01")
    shown = [row for row in found.to_dict("records") if row[f"title_{lang}"].replace("'", "&#39;") in page.html]
    assert shown and all(row["publisher"].replace("&", "&amp;") in page.html for row in shown)
    assert "market?market=IN" in page.html, "the market's name is a link"


def test_no_line_joins_two_definitions(open_page: Opener, served: Warehouse) -> None:
    page = open_page("talent", lang="en")
    rows = served.ask("talent/series", subjects=("residents",), markets=CORE, region="all", measure="absolute")
    lines = [
        (tuple(own["year"]), tuple(own["shown"]))
        for _, own in rows.groupby(["indicator_id", "region", "market"], sort=False)
    ]
    for key in ("talent-residents-1", "talent-residents-2"):
        for trace in json.loads(page.figures[key]["figure"])["data"]:
            assert tuple(tuple(v for v in trace[axis] if v is not None) for axis in "xy") in lines


def test_a_link_carries_the_whole_choice(open_page: Opener, served: Warehouse) -> None:
    page = open_page("talent", lang="en", markets=["TR", "PL"], region="NRW", measure="per-million")
    rows = served.ask(
        "talent/series", subjects=("residents",), markets=("TR", "PL"), region="NRW", measure="per-million"
    )
    drawn = json.loads(page.figures["talent-residents-1"]["figure"])["data"]
    main = rows[rows["is_main"] & rows["drawable"]]
    assert [y for trace in drawn for y in trace["y"] if y is not None] == pytest.approx(list(main["shown"]))
    assert "GeoNames" in " ".join(caption.value for caption in page.test.caption)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_per_1000_inhabitants_says_what_is_not_known(open_page: Opener, served: Warehouse, lang: str) -> None:
    page, words = open_page("talent", lang=lang, measure="per-1000"), language(lang)
    said = " ".join(caption.value for caption in page.test.caption)
    assert all(str(year) in said for year in served.ask("talent/inhabitants")["year"])
    what = words.t("skilled workers and EU Blue Cards")
    assert words.t("In this measure nothing can be said about: {what}. Try absolute numbers.", what=what) in page.html


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_market_without_figures_is_answered_in_words(open_page: Opener, lang: str) -> None:
    page, words = open_page("talent", lang=lang, markets="NO", region="DUS"), language(lang)
    assert words.t("For the chosen markets nothing is on record about: {what}.", what=words.t("residents")) in page.html
    assert words.t("No signal about talent is on record for these markets.") in page.html
    assert set(page.figures) == {"talent-pipeline"}


def test_a_region_without_figures_points_to_those_with_some(open_page: Opener) -> None:
    page = open_page("talent", lang="en", markets="IN", region="DUS")
    assert "Nothing is on record here about: students and pupils. There are figures for" in page.html


def test_no_market_at_all_is_asked_for_one(open_page: Opener) -> None:
    page = open_page("talent", lang="en")
    page.test.multiselect(key="markets").set_value([]).run()
    assert "Choose at least one source market" in page.html and not page.figures


def test_nonsense_is_named_and_answered_with_defaults(open_page: Opener) -> None:
    page = open_page("talent", markets=["JP", "ZZ"], region="Moon", measure="x")
    assert len(page.notices) == 3
    assert "talent-residents-1" in page.figures
