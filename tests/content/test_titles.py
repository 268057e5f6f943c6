"""What the browser's tab says: the page, after the one thing that it is about."""

import pytest

from dashboard.app_pages import PAGES
from dashboard.content.choice import read
from dashboard.content.page import AnyPage
from dashboard.speaking import language


@pytest.mark.parametrize(
    ("page", "asked", "lang", "title"),
    [
        ("market", {"market": "JP"}, "en", "Japan · Market"),
        ("market", {"market": "KR"}, "de", "Südkorea · Markt"),
        ("sectors", {"theme": "life-sciences"}, "en", "Life Sciences · Sectors"),
        ("sectors", {}, "en", "Sectors"),
        ("companies", {"topic": "hydrogen"}, "de", "Wasserstoff · Unternehmen"),
        ("companies", {"topic": "hydrogen", "market": "JP"}, "de", "Unternehmen"),
        ("region", {"market": "JP"}, "de", "Japan · Region"),
        ("talent", {"markets": "IN"}, "en", "India · Talent"),
        ("overview", {}, "en", "Overview"),
    ],
)
def test_a_single_subject_stands_before_the_page(page: str, asked: dict[str, str], lang: str, title: str) -> None:
    spoken = language(lang)
    reading = read(PAGES[page].choice, {key: [value] for key, value in asked.items()}, spoken)
    assert PAGES[page].titled(reading, spoken) == title


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_is_about_fields_that_it_has(page: AnyPage) -> None:
    start = read(page.choice, {}, language("en"))
    assert set(page.about) <= set(start.codes)
