"""The loop: what cannot be made is left out, and staff are told."""

from collections.abc import Callable

import pytest

from dashboard.stand import loop
from dashboard.stand.desk import Stand, known_profiles
from dashboard.stand.scenes import Content
from dashboard.warehouse import warehouse


def test_a_scene_that_fails_is_left_out_and_staff_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    make: Callable[..., Content] = loop.content

    def content(scene: object, *others: object) -> Content:
        if getattr(scene, "market", "") == "CN":
            raise KeyError("no facts")
        return make(scene, *others)

    monkeypatch.setattr(loop, "content", content)
    monkeypatch.setattr(loop, "draw", lambda _, key, *__, **___: drawn.append(key))
    stand = Stand(known_profiles(), "general", "de")
    shown = [scene["key"] for scene in loop.draw_loop(stand)]
    assert shown == drawn and len(shown) == 10 and "scene-4-market" not in shown
    assert "scene-4-market is left out: KeyError" in stand.problems[-1]
    assert any("scene-4-market" in failure for failure in warehouse().snapshot.failures), "the health answer tells it"
    warehouse().snapshot.failures.clear()
