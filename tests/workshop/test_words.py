"""Readers hear in their language how far an order is and why there is no file."""

from typing import get_args

from dashboard.language import COMPLETE
from dashboard.speaking import language
from dashboard.workshop.order import Cancelled, Done, Failed, Forgotten, Reason, State, Waiting, Working
from dashboard.workshop.words import full, told

STATES: list[State] = [
    Waiting(1),
    Waiting(3),
    Working(),
    Working(2, 5, "Charts"),
    Done("briefing.pptx", "application/octet-stream", 1),
    *(Failed(reason) for reason in get_args(Reason) if reason != "refused"),
    Cancelled(),
    Forgotten(),
]


def test_every_state_has_words_of_its_own_in_every_language() -> None:
    said = [told(state, language(code)) for state in STATES for code in COMPLETE]
    assert all(said) and len(set(said)) == len(said)
    assert {full(language(code)) for code in COMPLETE}.isdisjoint(said)


def test_steps_places_and_refusals_are_told() -> None:
    german = language("de")
    assert told(Waiting(3), german) == "Vorher werden 3 Dateien erstellt."
    assert told(Working(2, 5, "Bilder"), german) == "Schritt 2 von 5: Bilder"
    assert told(Failed("refused", "Der Vorlage fehlt ein Layout."), german) == "Der Vorlage fehlt ein Layout."
