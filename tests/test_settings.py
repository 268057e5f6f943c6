"""Every setting is documented in the README's table, and none is there that does not exist."""

import re

import pytest

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


def test_a_variable_that_is_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("POCKET_SIGN_IN", "POCKET_PORT", "POCKET_TODAY"):
        monkeypatch.setenv(name, "")
    chosen = Settings()  # type: ignore[call-arg]
    assert (chosen.sign_in, chosen.port, chosen.today) == (None, 8501, None)
