"""Profiles: those shipped speak of fairs and markets that exist; a broken file says where."""

from pathlib import Path

import pytest

from dashboard.settings import PROFILES
from dashboard.stand.profiles import ProfileError, read_profiles
from tests.conftest import Rows

GOOD = '[a]\ntitle = ""\nlanguage = "ja"\nscenes = [{ show = "world", seconds = 10 }]\n'


def test_the_shipped_profiles_speak_of_real_fairs_and_markets(facts: dict[str, Rows]) -> None:
    profiles = read_profiles(PROFILES)
    assert "general" in profiles and len(profiles) >= 4
    fairs = {row["event_id"] for row in facts["events"] if row["kind"] == "trade-fair"}
    markets = {row["market"] for row in facts["markets"]}
    for name, profile in profiles.items():
        assert name == "general" or profile.event in fairs, name
        assert {scene.market for scene in profile.scenes} - {""} <= markets
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
        (GOOD + 'colour = "red"\n', "colour"),
    ],
)
def test_a_broken_file_says_where(tmp_path: Path, broken: str, said: str) -> None:
    path = tmp_path / "profiles.toml"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(ProfileError, match=said):
        read_profiles(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ProfileError):
        read_profiles(path)
    with pytest.raises(ProfileError):
        read_profiles(tmp_path / "none.toml")
