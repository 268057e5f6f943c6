"""What the head of the service says in the interview is found where the table says, in both languages."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import unescape
from typing import Any

import pytest

from dashboard.content.figure import Figure
from dashboard.speaking import language
from dashboard.stand.visitor import PAGES
from dashboard.stand.way import Visit, step_at
from tests.conftest import Rows
from tests.interview.table import Told, table
from tests.made import made

SOURCE = "vivid-pocket-format"
TABLES = ("signals", "events", "projects", "project_partners", "contacts", "desks", "themes")


def texts(content: Any) -> Iterator[str]:
    """All texts in a piece of content, but not those of the data behind a figure."""
    if isinstance(content, str):
        yield content
    elif is_dataclass(content) and not isinstance(content, type):
        hidden = ("rows", "chart") if isinstance(content, Figure) else ()
        for field in fields(content):
            if field.name not in hidden:
                yield from texts(getattr(content, field.name))
    elif isinstance(content, tuple | list):
        for inner in content:
            yield from texts(inner)


@pytest.mark.parametrize("row", table(), ids=lambda row: row.told)
def test_it_stands_in_the_section_that_the_table_names(row: Told) -> None:
    for code, words in (("en", row.en), ("de", row.de)):
        sections = {section.key: section for section in made(row.page, language(code), **row.choice)}
        assert words in "\n".join(texts(sections[row.section].parts)).replace("\N{NARROW NO-BREAK SPACE}", " "), code


@pytest.mark.parametrize("row", [row for row in table() if row.scene], ids=lambda row: row.told)
def test_it_is_told_at_the_stand(row: Told) -> None:
    step = step_at(row.scene)
    assert step, row.scene
    told = unescape(PAGES[step.kind](Visit("en", (step,)), language("en")))
    assert row.scene_en in re.sub("<h1.*?</h1>", "", told, flags=re.DOTALL)


def test_no_fact_from_the_interview_is_missing_in_the_table(facts: Rows) -> None:
    """Each statement, person, partner and theme whose source the interview is stands in a row of the table."""
    said = [row.en.lower() for row in table()]
    missing = []
    for name in TABLES:
        for row in facts[name]:
            words = " ".join(str(value) for key, value in row.items() if not key.endswith("_de")).lower()
            if row.get("source_id") == SOURCE and not any(phrase in words for phrase in said):
                missing.append((name, words[:80]))
    assert not missing
