"""A link to a file that the own server makes, in the reader's language."""

from urllib.parse import urlencode

from dashboard.content.own_file import OwnFile
from dashboard.screen.html import base_path, render
from dashboard.screen.passage import Passage
from dashboard.screen.stage import Stage, written


@written.register
def _(part: OwnFile, stage: Stage) -> Passage:
    asked = urlencode([*part.values, ("lang", stage.lang.code)])
    return Passage.html(render("own_file", label=part.label, address=f"{base_path()}{part.name}?{asked}"))
