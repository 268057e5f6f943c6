"""No text of the interface lacks its German, and none is left over or loses a placeholder."""

import re

from dashboard.settings import ROOT
from tests.messages import german, texts_in_code


def parts(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def test_every_text_is_translated_and_none_is_left_over() -> None:
    used = {parts(text)[0] for text in texts_in_code()}
    known = {parts(message.id)[0]: message for message in german() if message.id}
    missing = sorted(text for text in used if not all(parts(known[text].string) if text in known else [""]))
    assert not missing
    assert sorted(set(known) - used) == []
    assert not [text for text, message in known.items() if message.fuzzy]


def test_placeholders_survive_translation() -> None:
    for message in german():
        wanted = {name for text in parts(message.id) for name in re.findall(r"{(\w+)}", text)}
        for text in parts(message.string):
            assert set(re.findall(r"{(\w+)}", text)) == wanted, message.id


def test_no_text_hides_in_an_f_string_where_the_collector_does_not_look() -> None:
    hidden = re.compile(r"\{lang\.[tn]\(")
    files = list((ROOT / "dashboard").rglob("*.py"))
    assert files and not [path.name for path in files if hidden.search(path.read_text(encoding="utf-8"))]
