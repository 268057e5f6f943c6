"""The operator's file: what is wrong is said before the server starts; what it says now is what counts."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.access.person import Role
from dashboard.access.rules import NOBODY, WrongSignIn, read, rules
from dashboard.cli import app
from dashboard.settings import settings

SECRET = "9fK-2mQzVx7LrT4wB8nYcJ3hDpGs6uEa"  # noqa: S105 (of these tests)
GOOD = f"""
[auth]
redirect_uri = "https://world.example.org/oauth2callback"
cookie_secret = "{SECRET}"
client_id = "world"
client_secret = "secret"
server_metadata_url = "https://id.example.org/.well-known/openid-configuration"
expose_tokens = ["access"]

[pocket]
claim = "realm_access.roles"
minutes = 60
ask_again_seconds = 30

[pocket.roles]
analysts = "analyst"
heads = "admin"
"""


def written(folder: Path, text: str = GOOD, mode: int = 0o640) -> Path:
    path = folder / "sign-in.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def test_a_good_file_says_who_may_what(tmp_path: Path) -> None:
    found = read(written(tmp_path))
    assert (found.client, found.claim, found.minutes, found.ask_again) == ("world", "realm_access.roles", 60, 30)
    assert found.roles == {"analysts": Role.ANALYST, "heads": Role.ADMIN}
    below = GOOD.replace("org/oauth2", "org/world/oauth2")
    assert read(written(tmp_path, below), "/world/").client == "world"


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('client_id = "world"\n', "", "lacks client_id"),
        ('client_secret = "secret"', 'client_secret = " "', "lacks client_secret"),
        ('client_id = "world"', "client_id = 7", "lacks client_id"),
        (SECRET, "short", "weak"),
        (SECRET, "a" * 64, "weak"),
        ("https://id.example.org", "http://id.example.org", "https://"),
        ("https://world.example.org", "http://world.example.org", "https://"),
        ("oauth2callback", "callback", "must lead to /oauth2callback"),
        ('"analyst"', '"boss"', "boss"),
        ('analysts = "analyst"\nheads = "admin"\n', "", "[pocket.roles] is empty"),
        ("minutes = 60", 'minutes = "60"', "minutes"),
        ("minutes = 60", "minutes = 0", "minutes"),
        ("minutes = 60", "minutes = 99999999999", "minutes"),
        ("org/oauth2callback", "org/elsewhere/oauth2callback", "must lead to /oauth2callback"),
        ("minutes = 60", "minutes = true", "minutes"),
        ("minutes = 60", "hours = 1", "knows no hours"),
        ('expose_tokens = ["access"]', "", "expose_tokens"),
        ("[auth]", "[auth", "no TOML"),
        ("[auth]", "[authority]", "lacks redirect_uri"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, good: str, bad: str, said: str) -> None:
    assert good in GOOD
    with pytest.raises(WrongSignIn, match=r".") as error:
        read(written(tmp_path, GOOD.replace(good, bad)))
    assert said in str(error.value) and "sign-in.toml" in str(error.value)


def test_on_the_machine_itself_it_may_be_tried_without_https(tmp_path: Path) -> None:
    here = GOOD.replace("https://world.example.org", "http://localhost:{port}").replace("https://id.", "http://id.")
    assert read(written(tmp_path, here.replace("http://id.example.org", "http://127.0.0.1:8080"))).client


@pytest.mark.skipif(os.name != "posix", reason="no such rights")
def test_a_file_with_secrets_is_not_for_all(tmp_path: Path) -> None:
    with pytest.raises(WrongSignIn, match="chmod 640"):
        read(written(tmp_path, mode=0o644))


def test_who_is_taken_out_of_the_file_has_lost_the_role(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rules() is None
    monkeypatch.setattr(settings(), "sign_in", written(tmp_path))
    known = rules()
    assert known and "analysts" in known.roles
    written(tmp_path, GOOD.replace("analysts", "others"))
    known = rules()
    assert known and set(known.roles) == {"others", "heads"}
    for text in ("[auth", GOOD.replace(SECRET, "short")):
        written(tmp_path, text)
        assert rules() == NOBODY and not NOBODY.roles
    (tmp_path / "sign-in.toml").unlink()
    assert rules() == NOBODY


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"POCKET_SIGN_IN": "nowhere.toml"}, "nowhere.toml"),
        ({"POCKET_STAFF": "local", "POCKET_HOST": "0.0.0.0"}, "POCKET_HOST=127.0.0.1"),  # noqa: S104
        ({"POCKET_STAFF": "local", "POCKET_SIGN_IN": "some.toml"}, "either"),
        ({"POCKET_STAFF": "true"}, "POCKET_STAFF"),
    ],
)
def test_the_server_does_not_start_with_what_cannot_be(environment: dict[str, str], said: str) -> None:
    done = CliRunner().invoke(app, ["run"], env=environment)
    settings.cache_clear()
    assert done.exit_code == 1 and said in done.output
