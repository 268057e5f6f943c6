"""The operator's own master: used where it has what is needed, refused with the names of what it lacks."""

import io
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt
from typer.testing import CliRunner

from dashboard.briefing.deck import TemplateError, check_template, deck
from dashboard.briefing.deck.layouts import LAYOUTS
from dashboard.cli import app
from dashboard.settings import settings
from tests.briefing.decks import about, charts, faults, file_of, opened, texts


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A briefing as an operator keeps it, with slides in it and a title that stands lower."""
    file_of("market", "en", "KR")  # before the setting is another
    made = opened(file_of("market", "en", "BG"))
    for layout in made.slide_layouts:
        for place in layout.placeholders:
            if place.placeholder_format.idx == 0:
                place.top += Pt(3)
    path = tmp_path / "house.pptx"
    made.save(path)
    return path


@pytest.fixture
def chosen(template: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The same as the setting says it."""
    monkeypatch.setenv("POCKET_TEMPLATE", str(template))
    settings.cache_clear()
    yield template
    monkeypatch.undo()
    settings.cache_clear()


@pytest.mark.usefixtures("chosen")
def test_a_deck_on_it_has_its_master_and_none_of_its_slides(tmp_path: Path) -> None:
    content, plain = deck(about("market", "en", "KR")).content, opened(file_of("market", "en", "KR"))
    made = opened(content)
    assert faults(content, tmp_path) == []
    assert len(made.slides) == len(plain.slides) and "Bulgaria" not in "".join(texts(made))
    assert made.slides[2].placeholders[0].top == plain.slides[2].placeholders[0].top + Pt(3)
    assert len(list(charts(made))) == len(list(charts(plain)))


def without(path: Path, layout: str, number: int | None) -> Path:
    """The template without a layout, or without one of its placeholders."""
    made = Presentation(str(path))
    found = next(one for one in made.slide_layouts if one.name == layout)
    if number is None:
        found._element.cSld.set("name", "Something else")
    for place in found.placeholders:
        if place.placeholder_format.idx == number:
            place._element.getparent().remove(place._element)
    made.save(path)
    return path


def test_what_is_missing_is_named(template: Path) -> None:
    check_template(template)
    without(template, "Pocket Two charts", 16)
    without(template, "Pocket Table", None)
    with pytest.raises(TemplateError) as error:
        check_template(template)
    said = str(error.value)
    assert "the layout “Pocket Table” is missing" in said
    assert "the layout “Pocket Two charts” has no placeholder 16 (chart) for “Chart right”" in said
    assert said.count("layout “") == 2


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_placeholder_is_asked_for(template: Path, layout: str) -> None:
    needed = [place.number for place in LAYOUTS[layout] if place.number not in (10, 11)]
    for number in needed:
        without(template, layout, number)
    with pytest.raises(TemplateError) as error:
        check_template(template)
    assert all(f"has no placeholder {number} " in str(error.value) for number in needed)


@pytest.mark.parametrize("content", [b"", b"no slides at all", b"PK\x03\x04 broken"])
def test_what_is_no_powerpoint_file_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "house.pptx"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match="cannot be read as a PowerPoint file"):
        check_template(path)
    with pytest.raises(TemplateError, match="cannot be read"):
        check_template(tmp_path / "nowhere.pptx")


def test_a_file_of_powerpoints_own_is_refused(tmp_path: Path) -> None:
    file = io.BytesIO()
    Presentation().save(file)
    path = tmp_path / "plain.pptx"
    path.write_bytes(file.getvalue())
    with pytest.raises(TemplateError, match="the layout “Pocket Title” is missing; the layout “Pocket Chart”"):
        check_template(path)


def test_the_command_line_checks_it(chosen: Path) -> None:
    run = CliRunner().invoke(app, ["check"])
    assert run.exit_code == 0, run.output
    without(chosen, "Pocket List", 17)
    run = CliRunner().invoke(app, ["check"])
    assert run.exit_code == 1 and "“Pocket List” has no placeholder 17 (body) for “Text”" in run.output
