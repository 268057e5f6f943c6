"""A briefing as a PowerPoint file."""

import io

from dashboard.briefing.brief import Brief
from dashboard.briefing.deck import lists, numbers  # noqa: F401 (they register how content is told)
from dashboard.briefing.deck.looks import Looks
from dashboard.briefing.deck.painting import put
from dashboard.briefing.deck.stage import Stage
from dashboard.briefing.deck.template import opened
from dashboard.briefing.deck.told import slides
from dashboard.briefing.deck.tongues import tag
from dashboard.briefing.deck.whole import closing, opening, sign
from dashboard.briefing.piece import silent
from dashboard.made import Made
from dashboard.settings import settings
from dashboard.workshop.order import Report

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def deck(brief: Brief, report: Report = silent, *, dark: bool = False) -> Made:
    """The deck: a title, the chapters, the sources; `dark`: on dark paper.

    Raises
    ------
    TemplateError
        when the operator's template lacks something.
    """
    looks = Looks(dark, brief.market)
    stage = Stage(opened(settings().template, looks, tag(brief.lang.code)), brief, looks)
    steps = len(brief.chapters) + 1
    opening(stage)
    for step, chapter in enumerate(brief.chapters, 1):
        report(step, steps, chapter.title)
        for slide in slides(chapter, stage):
            put(slide, stage)
    report(steps, steps, brief.lang.t("Sources"))
    for slide in closing(stage):
        put(slide, stage)
    sign(stage)
    file = io.BytesIO()
    stage.made.save(file)
    return Made(brief.file("pptx"), MEDIA_TYPE, file.getvalue())
