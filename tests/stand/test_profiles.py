"""Profiles: those shipped speak of fairs and markets that exist; a broken file says where."""

from pathlib import Path

import pytest

from dashboard.settings import DATA
from dashboard.stand.profiles import ProfileError, read_profiles
from tests.conftest import Rows

GOOD = '[a]\ntitle = ""\nlanguage = "ja"\nscenes = [{ show = "world", seconds = 10 }]\n'


MARKETS, THEMES, LANGUAGES = {"JP"}, {"greentech"}, ("de", "en", "ja", "zh", "ko")


def test_the_shipped_profiles_speak_of_real_fairs_and_markets(facts: dict[str, Rows]) -> None:
    markets = {row["market"] for row in facts["markets"]}
    themes = {row["theme_id"] for row in facts["themes"]}
    profiles = read_profiles(DATA / "stand.toml", markets, themes, LANGUAGES)
    assert "general" in profiles and len(profiles) >= 4
    fairs = {row["event_id"] for row in facts["events"] if row["kind"] == "trade-fair"}
    for name, profile in profiles.items():
        assert name == "general" or profile.event in fairs, name
        assert len(set(profile.scenes)) == len(profile.scenes)


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("", "no profile in it"),
        ("[a", "profiles.toml"),
        (GOOD.replace("ja", "fr"), "language"),
        (GOOD.replace("world", "sql"), "scenes.0.show"),
        (GOOD.replace("10", "1"), "scenes.0.seconds"),
        (GOOD.replace("world", "market"), "market"),
        (GOOD.replace('"world"', '"market", market = "XX"'), "a: no market “XX” in data/markets.csv"),
        (GOOD.replace('"world"', '"themes", first = "beer"'), "a: no theme “beer” in data/themes.csv"),
        (GOOD.replace('"world"', '"world", first = "greentech"'), "first theme"),
        (GOOD + 'colour = "red"\n', "colour"),
    ],
)
def test_a_broken_file_says_where(tmp_path: Path, broken: str, said: str) -> None:
    path = tmp_path / "profiles.toml"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(ProfileError, match=said):
        read_profiles(path, MARKETS, THEMES, LANGUAGES)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ProfileError):
        read_profiles(path, MARKETS, THEMES, LANGUAGES)
    with pytest.raises(ProfileError):
        read_profiles(tmp_path / "none.toml", MARKETS, THEMES, LANGUAGES)
