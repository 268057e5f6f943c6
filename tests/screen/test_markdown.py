"""Text from outside is text: no link, no picture, no sign."""

import re
from collections.abc import Callable

import pytest

from dashboard.screen.markdown import JOINER, label, plain

ADDRESSES = [
    "https://evil.example",
    "see www.evil.example",
    "WWW.evil.example",
    "HTTP://evil.example",
    "a@evil.example",
]
# As the browser looks for them in the text, once the escapes are read.
LINK = re.compile(r"https?://[-.\w]+|www(?=\.)[-.\w]+|[-.\w+]+@[-\w]+(?:\.[-\w]+)+", re.IGNORECASE)


@pytest.mark.parametrize("text", ADDRESSES)
@pytest.mark.parametrize("written", [label, plain])
def test_addresses_are_no_links(text: str, written: Callable[[str], str]) -> None:
    read = written(text).replace("\\", "")
    assert LINK.search(text) and not LINK.search(read)
    assert read.replace(JOINER, "") == text


def test_a_label_escapes_no_more_than_it_must() -> None:
    assert label("Umsatz (2024), in EUR: 5.5") == "Umsatz (2024), in EUR: 5.5"
    assert label("a*b_c :red[x]") == r"a\*b\_c \:red\[x\]"
