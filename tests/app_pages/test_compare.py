"""The Compare page from the entry point, in both languages."""

import json
import re

import pytest

from dashboard.charts.compare import shown_text
from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from tests.opened import Opener

REGISTER = {"indicator": "companies-commercial-register", "region": "IHK-DUS", "markets": ["GB", "US", "CN"]}


@pytest.mark.parametrize("lang", ["de", "en"])
def test_page(open_page: Opener, lang: str) -> None:
    page = open_page("compare", lang=lang)
    assert set(page.figures) == {"compared", "ranking", "sectors"}
    assert {"de": "Vergleich", "en": "Compare"}[lang] in page.html
    assert page.html.count("<li>") >= 3, "three findings"
    assert not page.notices


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("mode", ["absolute", "index", "per-million"])
def test_findings_stand_in_words(open_page: Opener, served: Warehouse, lang: str, mode: str) -> None:
    words, years = language(lang), served.ask("compare/base_years", **REGISTER)["year"]
    base = int(years.iloc[0]) if mode == "index" else None
    page = open_page("compare", lang=lang, mode=mode, **REGISTER, **({"base": str(base)} if base else {}))
    leader, growth = (served.ask(f"compare/{name}", mode=mode, base=base, **REGISTER) for name in ("leader", "growth"))
    said = re.findall(r"<li[^>]*>(.*?)</li>", page.html, re.DOTALL)
    row = leader.iloc[0]
    assert shown_text(row["shown"], mode, "count", row["qualifier"], words) in said[0]
    assert words.percent(growth["change"].iloc[0], signed=True) in said[1]


def test_where_sources_differ_the_table_shows_their_range(open_page: Opener, served: Warehouse) -> None:
    spread = served.run(
        "select * from comparable where low < high and unit = 'count' order by indicator_id, market, year"
    )
    row = spread.iloc[0]
    address = {"indicator": row["indicator_id"], "region": row["region"], "markets": [row["market"], "NO"]}
    words = language("de")
    tables = open_page("compare", lang="de", **address).test.dataframe
    assert any(
        f"({words.number(row['low'])}–{words.number(row['high'])})" in str(value)
        for table in tables
        for value in table.value.get("Wert", [])
    )


def test_a_link_carries_the_whole_choice(open_page: Opener, served: Warehouse) -> None:
    page = open_page("compare", mode="index", base="2019", **REGISTER)
    lines = json.loads(page.figures["compared"]["figure"])["data"]
    shown = served.ask("compare/values", mode="index", base=2019, **REGISTER).dropna(subset=["shown"])
    assert [y for line in lines for y in line["y"] if y is not None] == pytest.approx(list(shown["shown"]))
    assert "2019" in page.figures["compared"]["subtitle"]


@pytest.mark.parametrize("markets", [["JP"], ["ZZ", "JP"]])
def test_one_market_is_too_few(open_page: Opener, markets: list[str]) -> None:
    page = open_page("compare", lang="en", markets=markets)
    assert "at least two" in page.html and not page.figures


def test_nonsense_is_named_and_answered_with_defaults(open_page: Opener) -> None:
    page = open_page("compare", markets=["JP", "CN", "ZZ"], indicator="no", region="Moon", mode="index", base="1")
    assert len(page.notices) == 4
    assert "compared" in page.figures


def test_a_share_without_a_total_is_said_in_words(open_page: Opener) -> None:
    page = open_page(
        "compare", lang="en", markets=["JP", "CN"], indicator="residents-quoted", region="DUS", mode="share"
    )
    assert "no share" in page.html and "compared" not in page.figures
