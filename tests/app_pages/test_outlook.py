"""The Outlook page from the entry point."""

import json

import pytest

from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from tests.opened import Opener

ALIKE = (50.0,) * 5


@pytest.mark.parametrize("lang", ["de", "en"])
def test_page(open_page: Opener, served: Warehouse, lang: str) -> None:
    page, words = open_page("outlook", lang=lang), language(lang)
    assert {"de": "Ausblick", "en": "Outlook"}[lang] in page.html
    assert set(page.figures) == {"outlook-ranking", "outlook-stability"} and not page.notices
    first = served.ask("outlook/score", weights=ALIKE, least=0.6).iloc[0]
    assert f"<b>{words.number(100 * first['score'])}</b>" in page.pickable
    assert {
        "de": f"bleiben {first['stable']} der {first['first_ten']} Paare",
        "en": f"{first['stable']} of the {first['first_ten']} pairs",
    }[lang] in page.html


def test_sectors_of_a_market_that_share_a_rank_stand_in_one_row(open_page: Opener, served: Warehouse) -> None:
    scores = served.ask("outlook/score", weights=ALIKE, least=0.6)
    ties = scores.groupby(["market", "rank", "confidence"], sort=False).size().head(15)
    assert ties.max() > 1
    sent = open_page("outlook", lang="en").figures["outlook-ranking"]["figure"]
    assert f"{ties.max()} sectors" in sent
    assert len(json.loads(sent)["data"][0]["y"]) == len(ties)


def test_weights_are_in_the_address_and_can_be_taken_back(open_page: Opener, served: Warehouse) -> None:
    page = open_page("outlook", lang="en", projects="100", gap="0", least="0", markets=["KR"])
    scores = served.ask("outlook/score", weights=(100.0, 50.0, 50.0, 50.0, 0.0), least=0.0)
    best = scores[scores["market"] == "KR"].iloc[0]
    assert f"<b>{language('en').number(100 * best['score'])}</b>" in page.pickable
    page.test.button(key="outlook-reset").click().run()
    assert {page.test.query_params[key] for key in ("projects", "gap")} == {"50"}
    assert page.test.button(key="outlook-reset").disabled


def test_every_score_opens_its_reasons(open_page: Opener, served: Warehouse) -> None:
    page = open_page("outlook", lang="en", of="CN.energy-environment")
    levels = served.ask("outlook/levels", market="CN", sector="energy-environment")
    for name in ("Investment projects", "Recent arrivals", "Signals"):
        assert f"<b>{name}</b>" in page.html
    arrivals = levels[levels["component"] == "arrivals"].iloc[0]
    assert f"{arrivals['facts']} arrivals and expansions on record" in page.html
    assert 'href="http' in page.html.partition("pw-reasons")[2]


def test_unknown_components_are_said_to_lower_the_confidence(open_page: Opener, served: Warehouse) -> None:
    known = served.ask("outlook/levels", market=None, sector=None).groupby(["market", "sector_id"])["component"].count()
    market, sector = known[known < 5].index[0]
    page = open_page("outlook", lang="en", of=f"{market}.{sector}")
    assert "it lowers the confidence, not the score" in page.html


def test_no_weight_at_all_is_said_in_words(open_page: Opener) -> None:
    off = dict.fromkeys(("projects", "companies", "arrivals", "signals", "gap"), "0")
    page = open_page("outlook", lang="en", **off)
    assert "Nothing is left to rank" in page.html and not page.figures


def test_nonsense_is_named(open_page: Opener) -> None:
    page = open_page("outlook", projects="7", least="x", markets=["ZZ"], of="ZZ.nothing")
    assert len(page.notices) == 4 and page.figures
