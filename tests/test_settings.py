"""Every setting is documented in the README's table, and none is there that does not exist."""

import re

import pytest
from pydantic import ValidationError

from dashboard.commands import wrong_settings
from dashboard.language import COMPLETE
from dashboard.settings import ROOT, Settings


def test_the_readme_lists_every_setting_with_its_default() -> None:
    table = dict(re.findall(r"^\| `(POCKET_\w+)` \| (.*?) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.M))
    assert set(table) == {f"POCKET_{name.upper()}" for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        default = str(field.default).removeprefix(f"{ROOT}/") if field.default is not None else ""
        assert (
            table[f"POCKET_{name.upper()}"].strip("`") == default.lower()
            or table[f"POCKET_{name.upper()}"].strip("`") == default
        )


def test_the_dashboard_opens_in_a_language_in_which_everything_is_said() -> None:
    assert [Settings(lang=code).lang for code in COMPLETE] == list(COMPLETE)  # type: ignore[call-arg, arg-type]
    with pytest.raises(ValueError, match="lang"):
        Settings(lang="ja")  # type: ignore[call-arg, arg-type]


@pytest.mark.parametrize("name", ["LAKE", "ENGINE_LAKE", "CITIES"])
@pytest.mark.parametrize(
    "lakes",
    [
        "s3://key:hidden@bucket/lyon",
        "s3a://key:hid/den@bucket",
        "s3://hidden@bucket/lyon",
        "/lakes/essen:hdfs://host:8020/a:s3://key:hidden@bucket/lyon",
        "abfs://container:hidden@account.dfs.core.windows.net/lake",
        "abfs://container@account.dfs.core.windows.net/lake?client_secret=hidden",
    ],
)
def test_keys_in_the_address_of_a_lake_are_refused_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, lakes: str
) -> None:
    monkeypatch.setenv(f"POCKET_{name}", lakes)
    with pytest.raises(ValidationError) as error:
        Settings()  # type: ignore[call-arg]
    wrong_settings(error.value)
    told = str(error.value) + capsys.readouterr().err
    assert f"POCKET_{name}: " in told and "docs/engine.md" in told and "hid" not in told


@pytest.mark.parametrize(
    "lakes",
    [
        "s3://bucket/lyon:s3://bucket/essen@old",
        "s3://bucket:abfs://container@account.dfs.core.windows.net/lake",
        "hdfs://user@host:8020/lake@home:gs://anonymous@bucket/lake?retry_limit_seconds=1",
        "/srv/me@home:/srv/other@home",
    ],
)
def test_what_is_no_key_is_none(monkeypatch: pytest.MonkeyPatch, lakes: str) -> None:
    monkeypatch.setenv("POCKET_CITIES", lakes)
    assert Settings().cities == lakes  # type: ignore[call-arg]


def test_a_variable_that_is_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("POCKET_SIGN_IN", "POCKET_PORT", "POCKET_TODAY"):
        monkeypatch.setenv(name, "")
    chosen = Settings()  # type: ignore[call-arg]
    assert (chosen.sign_in, chosen.port, chosen.today) == (None, 8501, None)
