"""A link to a file that the own server makes, in the reader's language."""

from urllib.parse import urlencode

from dashboard.content.own_file import OwnFile
from dashboard.screen.draw import Stage, draw
from dashboard.screen.html import base_path, block


@draw.register
def _(part: OwnFile, stage: Stage) -> None:
    asked = urlencode([*part.values, ("lang", stage.lang.code)])
    block("own_file", label=part.label, address=f"{base_path()}{part.name}?{asked}")
