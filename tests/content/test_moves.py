"""Moves in words."""

from dashboard.content.moves import moved
from dashboard.speaking import language


def test_a_move_is_told_from_where_or_within_where() -> None:
    assert moved("Köln", "Düsseldorf", language("en")) == "from Cologne"
    assert moved("Köln", "Düsseldorf", language("de")) == "aus Köln"
    assert moved("Köln", "Köln", language("en")) == "within Cologne"
    assert moved(None, "Düsseldorf", language("en")) == ""
