"""What happened most recently: the page's rows, and what is said below them of which companies they tell."""

import pytest

from dashboard.language import COMPLETE
from dashboard.speaking import language
from dashboard.stand.companies import OLDEST, newest
from dashboard.stand.facts import NEWS, here_line, latest, list_line, news_line
from dashboard.stand.way import Step, Visit
from dashboard.stand.words import spoken
from dashboard.warehouse import warehouse
from tests.conftest import Rows
from tests.queries.present import present
from tests.queries.step import steps

Facts = dict[str, Rows]
WORDS = {
    "en": ("announced ones and those gone by now included",),
    "de": ("angekündigte", "weggezogene", "eingeschlossen"),
}


def test_the_rows_are_those_of_which_the_line_tells(facts: Facts) -> None:
    since = warehouse().as_of[0] - NEWS
    wanted = [row for row in steps(facts) if int(row["year"]) >= since]
    assert [row.milestone_id for row in latest("all", OLDEST)] == [row["milestone_id"] for row in wanted]
    told = {row["company_id"] for row in wanted}
    announced = {row["company_id"] for row in facts["companies"] if row["status"] == "announced"}
    assert told & announced and told - {row["company_id"] for row in present(facts)}, "both are among them"


@pytest.mark.parametrize("lang", [each.code for each in spoken()])
def test_the_line_says_so(lang: str) -> None:
    said = language(lang)
    html = newest(Visit(lang, (Step("newest", "all"),)), said)
    assert news_line(said) in html and said.month(warehouse().as_of[0] - NEWS) in news_line(said)
    assert not {list_line(said), here_line(said)} & {news_line(said)}
    assert here_line(said) not in html and list_line(said) not in html


@pytest.mark.parametrize("lang", COMPLETE)
def test_nobody_of_the_rows_is_said_to_be_left_out(lang: str) -> None:
    assert all(word in news_line(language(lang)) for word in WORDS[lang])
    assert "without" not in news_line(language(lang)) and "ohne" not in news_line(language(lang))
