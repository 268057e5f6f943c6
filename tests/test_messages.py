"""No text of the interface lacks its translation, and none is left over or loses a placeholder."""

import re

import pytest

from dashboard.language import catalogue
from dashboard.settings import ROOT
from tools.messages import TRANSLATED, texts_for


def parts(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_is_translated_and_none_is_left_over(code: str) -> None:
    used = {parts(text)[0] for text in texts_for(code)}
    known = {parts(message.id)[0]: message for message in catalogue(code) if message.id}
    missing = sorted(text for text in used if not all(parts(known[text].string) if text in known else [""]))
    assert not missing
    assert sorted(set(known) - used) == []
    assert not [text for text, message in known.items() if message.fuzzy]


@pytest.mark.parametrize("code", TRANSLATED)
def test_placeholders_survive_translation(code: str) -> None:
    for message in catalogue(code):
        wanted = {name for text in parts(message.id) for name in re.findall(r"{(\w+)}", text)}
        for text in parts(message.string):
            assert set(re.findall(r"{(\w+)}", text)) == wanted, message.id


def test_no_text_hides_in_an_f_string_where_the_collector_does_not_look() -> None:
    hidden = re.compile(r"\{lang\.[tn]\(")
    files = list((ROOT / "dashboard").rglob("*.py"))
    assert files and not [path.name for path in files if hidden.search(path.read_text(encoding="utf-8"))]
