"""Data and a template become a PDF, by Typst: tagged (PDF/UA-1), to be kept (PDF/A-2a), its fonts inside."""

import json
import logging
from functools import cache
from pathlib import Path
from typing import Any

import typst

from dashboard.drawing import letters

log = logging.getLogger(__name__)
FOLDER = Path(__file__).parent


class Document:
    """Data as a template sets them."""

    def __init__(self, template: str, data: Any) -> None:
        self.input = FOLDER / template
        self.data = {"data": json.dumps(data, ensure_ascii=False)}

    def _compiler(self, *, system: bool = False) -> typst.Compiler:
        return typst.Compiler(self.input, FOLDER, _fonts(system), ignore_system_fonts=not system, sys_inputs=self.data)

    def heights(self) -> list[float]:
        """How high everything in it is, in pt, where the data are `atoms`."""
        return list(json.loads(self._compiler().query("<heights>", field="value", one=True)))

    def pdf(self, made: int) -> bytes:
        """The file, made at that time (seconds since 1970). Where our fonts lack a letter, the machine's may have it;
        where those lack it too, no standard is kept: the log says both."""
        try:
            return _bytes(self._compiler(), made)
        except typst.TypstError as error:
            log.warning("set again with this machine's fonts: %s", error)
        try:
            return _bytes(self._compiler(system=True), made)
        except typst.TypstError as error:
            log.warning("set without the standards for accessible and for lasting files: %s", error)
        return _bytes(self._compiler(system=True), made, standard=False)


def _bytes(compiler: typst.Compiler, made: int, *, standard: bool = True) -> bytes:
    pdf = compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"] if standard else [], timestamp=made)
    if not isinstance(pdf, bytes):
        raise TypeError("a document makes one file")
    return pdf


@cache
def _fonts(system: bool) -> typst.Fonts:
    """Read once; looking through a machine's fonts takes a while."""
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=[letters.FONTS])
