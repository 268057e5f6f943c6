"""The Outlook page: its content, and some of it from the entry point."""

from typing import Any

import pytest

from dashboard.app_pages import PAGES
from dashboard.app_pages.outlook.choice import Choice
from dashboard.app_pages.outlook.components import COMPONENTS
from dashboard.app_pages.outlook.matrix import matrix
from dashboard.app_pages.outlook.opening import opening
from dashboard.app_pages.outlook.ranking import ranking, stability
from dashboard.app_pages.outlook.reasons import reasons
from dashboard.content.action import Action
from dashboard.content.breakdown import Breakdown
from dashboard.content.choice import read
from dashboard.content.extract import taken_along
from dashboard.content.page import Aside
from dashboard.content.parts import Entries, Folded, Matrix, Nothing, Section, figures
from dashboard.content.table import DataTable
from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from tests.opened import Opener

EN, DE = language("en"), language("de")
ALIKE = (50.0,) * 5
OFF: dict[str, list[str]] = {component.code: ["0"] for component in COMPONENTS}


def chosen(**asked: str | list[str]) -> Choice:
    return read(Choice, {key: [value] if isinstance(value, str) else value for key, value in asked.items()}, EN).choice


def only(kind: type[Any], of: Section | Aside) -> Any:
    (found,) = [part for part in of.parts if isinstance(part, kind)]
    return found


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
    assert len(page.test.latex) == 1 and words.t("How the score is made") in page.folded


def test_sectors_of_a_market_that_share_a_rank_stand_in_one_row() -> None:
    rows = chosen().leaders()
    most = max(row.sectors for row in rows)
    assert most > 1
    (figure,) = figures(ranking(chosen(), EN))
    assert figure.rows == rows and figure.clickable
    assert any(f"{most} sectors" in name for name in figure.chart.figure.layout.yaxis.ticktext)
    assert len(figure.chart.figure.data[0].y) == len(rows)


def test_weights_are_in_the_address_and_can_be_taken_back(open_page: Opener, served: Warehouse) -> None:
    page = open_page("outlook", lang="en", projects="100", gap="0", least="0", markets=["KR"])
    scores = served.ask("outlook/score", weights=(100.0, 50.0, 50.0, 50.0, 0.0), least=0.0)
    best = scores[scores["market"] == "KR"].iloc[0]
    assert f"<b>{EN.number(100 * best['score'])}</b>" in page.pickable
    (again,) = [button for button in page.test.button if button.label == "Equal weights"]
    again.click().run()
    assert not {"projects", "gap"} & set(page.test.query_params) and page.test.query_params["markets"] == "KR"
    assert page.test.select_slider(key="projects").value == "50"
    (again,) = [button for button in page.test.button if button.label == "Equal weights"]
    assert again.disabled


def test_markets_and_sectors_narrow_what_is_shown_not_the_ranks() -> None:
    every = {(row.market, row.sector_id): row.rank for row in chosen(least="0").scores()}
    narrow = chosen(least="0", markets=["KR", "JP"], sectors=["machinery-automation"])
    assert {row.market for row in narrow.scores()} == {row.market for row in narrow.leaders()} == {"KR", "JP"}
    assert all(every[row.market, row.sector_id] == row.rank for row in (*narrow.scores(), *narrow.leaders()))


def test_the_matrix_has_every_score_and_opens_its_reasons() -> None:
    scores = chosen().scores()
    table = only(Matrix, matrix(chosen(), DE))
    cells = [cell for _, line in table.lines for cell in line if cell]
    assert len(cells) == len(scores) and table.sources.found
    first = scores[0]
    (best,) = [cell for cell in cells if cell.towards.asked() == {"of": [f"{first.market}.{first.sector_id}"]}]
    assert (best.text, best.note) == (DE.number(100 * first.score), DE.percent(first.confidence))


def test_the_scores_are_taken_along_with_their_levels() -> None:
    (table,) = only(Folded, matrix(chosen(), EN)).parts
    assert isinstance(table, DataTable) and len(table.lines) == len(table.rows) == len(chosen().scores())
    assert len({column.title for column in table.columns}) == len(table.columns) == len(table.lines[0])
    sheet = taken_along(table.rows, EN)
    assert {"Source market", "Source market (code)", "Sector", "Score (0–100)", "Level of the gap (0–100)"} <= set(
        sheet.titles
    )
    assert len(sheet.lines) == len(table.rows)


def test_every_score_opens_its_reasons(open_page: Opener, served: Warehouse) -> None:
    page = open_page("outlook", lang="en", of="CN.energy-environment")
    levels = served.ask("outlook/levels", market="CN", sector="energy-environment")
    for name in ("Investment projects", "Recent arrivals", "Signals"):
        assert f"<b>{name}</b>" in page.html
    arrivals = levels[levels["component"] == "arrivals"].iloc[0]
    assert f"{arrivals['facts']} arrivals and expansions on record" in page.html
    assert 'href="http' in page.html.partition("pw-breakdown")[2] and not page.notices


def test_the_gap_says_which_regions_it_compares(served: Warehouse) -> None:
    row = served.run("select market, sector_id from outlook_component where component = 'gap'").iloc[0]
    *_, gap = only(Breakdown, reasons(chosen(of=f"{row['market']}.{row['sector_id']}"), DE)).items
    assert gap.title == "Abstand zu Deutschland"
    assert "(Deutschland)" in gap.text and "(IHK-Bezirk Düsseldorf)" in gap.text and gap.sources


def test_unknown_components_are_said_to_lower_the_confidence() -> None:
    row = next(row for row in chosen(least="0").scores() if row.gap_level is None)
    *_, gap = only(Breakdown, reasons(chosen(of=f"{row.market}.{row.sector_id}"), EN)).items
    assert "it lowers the confidence, not the score" in gap.text and gap.amounts == ("–", "50")


def test_signals_and_arrivals_behind_a_score_have_their_sources(served: Warehouse) -> None:
    drawer = reasons(chosen(of="CN.energy-environment"), EN)
    signals, arrivals = (part for part in drawer.parts if isinstance(part, Entries))
    levels = served.ask("outlook/levels", market="CN", sector="energy-environment").set_index("component")
    assert (
        len(signals.found) == levels.loc["signals", "facts"] and len(arrivals.found) == levels.loc["arrivals", "facts"]
    )
    assert all(entry.source for entry in (*signals.found, *arrivals.found))
    assert all(entry.about and entry.about.page == "companies" for entry in arrivals.found)


def test_every_leader_has_its_reasons() -> None:
    for row in chosen(least="0").leaders():
        drawer = reasons(chosen(of=f"{row.market}.{row.sector_id}"), DE)
        assert drawer.title == f"{DE.name('markets', row.market)} · {DE.name('sectors', row.sector_id)}"
        assert [item.title for item in only(Breakdown, drawer).items] == [item.title(DE) for item in COMPONENTS]


def test_no_weight_at_all_is_said_in_words() -> None:
    choice = chosen(**OFF)
    assert "Nothing is left to rank" in only(Nothing, ranking(choice, EN)).text
    assert not stability(choice, EN).parts and not matrix(choice, EN).parts
    assert not only(Action, opening(choice, EN)).disabled


def test_nonsense_is_named(open_page: Opener) -> None:
    page = open_page("outlook", projects="7", least="x", markets=["ZZ"], of="ZZ.nothing")
    assert len(page.notices) == 4 and page.figures
    assert PAGES["outlook"].asides.keys() == {"of"}
