"""Behind the stand: the PIN's gate, profiles that turn bad while it runs."""

import time
from pathlib import Path

import pytest

from dashboard.settings import settings
from dashboard.stand import desk
from dashboard.stand.desk import Gate, Stand, hashed, known_profiles, matches


@pytest.fixture
def pin(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(settings(), "staff_pin", hashed("2468"))
    return "2468"


def test_a_hash_is_salted_and_fits_its_pin_only() -> None:
    assert hashed("1234") != hashed("1234")
    assert matches("1234", hashed("1234")) and not matches("1235", hashed("1234"))
    assert not any(matches(pin, stored) for pin in ("", "1234") for stored in ("", "1234", "zz$00", "$"))


def test_three_wrong_pins_lock_for_a_minute(pin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate()
    assert gate.opens(pin)
    assert [gate.opens("0000") for _ in range(2)] == [False, False] and not gate.seconds_closed()
    assert not gate.opens("0000") and 55 <= gate.seconds_closed() <= 60
    assert not gate.opens(pin), "locked for the right PIN too"
    later = time.monotonic() + 61
    monkeypatch.setattr(desk.time, "monotonic", lambda: later)
    assert gate.opens(pin)


def test_the_right_pin_forgets_the_wrong_ones(pin: str) -> None:
    gate = Gate()
    for attempt in ("0", "1", pin, "2", "3", pin):
        assert gate.opens(attempt) == (attempt == pin)


def test_broken_profiles_change_nothing_and_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    running = Stand(known_profiles(), "medica", "en")
    broken = tmp_path / "profiles.toml"
    broken.write_text("[medica", encoding="utf-8")
    monkeypatch.setattr(settings(), "profiles", broken)
    running.reread()
    assert running.profile == "medica" and len(running.profiles) >= 4
    assert "profiles.toml" in running.problems[-1]


def test_a_profile_that_is_gone_gives_way_to_the_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    running = Stand(known_profiles(), "medica", "en")
    fewer = tmp_path / "profiles.toml"
    fewer.write_text('[hall]\ntitle = ""\nlanguage = "ko"\nscenes = [{ show = "world", seconds = 10 }]\n')
    monkeypatch.setattr(settings(), "profiles", fewer)
    running.reread()
    assert (running.profile, running.language, len(running.problems)) == ("hall", "ko", 0)
