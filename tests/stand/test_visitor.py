"""A visitor's pages: as many companies as fit are named."""

from dashboard.speaking import language
from dashboard.stand.steps import named


def test_as_many_companies_as_fit_are_named_and_the_rest_is_counted() -> None:
    lang = language("en")
    assert named(["Alpha", "Beta"], 40, lang) == "Alpha · Beta"
    assert named(["Alpha", "Beta", "Gamma", "Delta"], 14, lang) == "Alpha · Beta · and 2 more companies"
    assert named(["A name too long"], 3, lang) == "A name too long"
