"""The stand's fonts: subsets of Debian's Noto packages with exactly the glyphs its texts use; and the screen's fonts as
files for what is drawn and printed without a browser, with a third that holds what of the data they lack.

`python -m tools.fonts` builds them anew (needs fonts-noto-cjk, fonts-noto-color-emoji and the test
requirements); a test compares their glyphs with the texts. The licence (SIL OFL 1.1) lies beside them.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import streamlit

from dashboard.assets import CJK, FONTS, LIGHTER, WEIGHTS
from dashboard.briefing import pocket
from dashboard.drawing import letters
from dashboard.language import catalogue
from dashboard.settings import DATA, PACKAGE
from dashboard.speaking import language
from dashboard.stand.steps import flag
from dashboard.stand.way import offered
from dashboard.values import Quantity, Unit

NOTO = Path("/usr/share/fonts")
MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"
SANS = next(MEDIA.glob("SourceSansVF-Upright*.woff2"))
SERIF = next(MEDIA.glob("SourceSerifVariable-Roman*.woff2"))
ICONS = next(MEDIA.glob("MaterialSymbols-Rounded*.woff2"))
POCKET = Path(pocket.__file__).with_name("PocketSans.woff2")
SEMIBOLD = 600  # of headings on the screen
FIRST_CJK = 0x2E80  # Unicode: from here on no Latin font has the character


def characters(code: str) -> set[str]:
    """The East Asian characters that the stand can show in this language: its catalogue and what CLDR gives."""
    lang = language(code)
    texts: list[str] = [lang.own_name, *(str(message.string) for message in catalogue(code) if message.id)]
    texts += lang.vocabulary.translations[code].values()
    texts += [lang.name("markets", market) for market in offered()]
    texts += [lang.month(2028, month, 28) + lang.month(2028, month) + lang.month(2028) for month in range(1, 13)]
    texts += [lang.quantity(Quantity(number, Unit.EUR_M)) for number in (1, 100)]  # 万 and 億
    return {character for character in "".join(texts) if ord(character) >= FIRST_CJK}


def lacking(folder: Path) -> set[str]:
    """The letters of the data in this folder, and of formulas, that the screen's font lacks."""
    from fontTools.ttLib import TTFont

    found = set("∈").union(*(path.read_text(encoding="utf-8") for path in folder.glob("*.csv")))
    known = TTFont(letters.FONTS / letters.FILES[False]).getBestCmap()
    return {letter for letter in found if letter.isprintable() and ord(letter) not in known}


def latin(folder: Path) -> set[str]:
    """The letters of the data in this folder and of the interface that the screen's font has, and those of Europe."""
    from fontTools.ttLib import TTFont

    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.csv")]
    texts += [f"{message.id}{message.string}" for message in catalogue("de")]
    known = TTFont(letters.FONTS / letters.FILES[False]).getBestCmap()
    wanted = {*map(chr, range(0x20, 0x180)), *"–—‘’“”„…•→↗↘≈≤≥×−\u202f", *"".join(texts)}
    return {letter for letter in wanted if ord(letter) in known}


def icons() -> set[str]:
    """The names of icons that our pages or Streamlit's scripts may show: of those, every word that is one."""
    scripts = [path.read_text(encoding="utf-8") for path in (MEDIA.parent / "js").glob("*.js")]
    ours = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")]
    words = set(re.findall(r"""["'`:/]([a-z][a-z0-9_]+)["'`:]""", "".join(scripts)))
    return words.union(re.findall(r":material/(\w+):", "".join(ours))) & icon_names(ICONS)


def icon_names(font: Path) -> set[str]:
    """The words that a font of icons draws as icons."""
    from fontTools.ttLib import TTFont

    opened = TTFont(font)
    letters_of = {name: chr(code) for code, name in sorted(opened.getBestCmap().items())}  # small letters come last
    found = set[str]()
    for lookup in opened["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, ligatures in getattr(getattr(table, "ExtSubTable", table), "ligatures", {}).items():
                spelt = ([first, *one.Component] for one in ligatures)
                found.update("".join(letters_of[name] for name in names) for names in spelt)
    return found


def build() -> None:
    """Write every subset."""
    for number, code in enumerate(CJK):
        for weight in WEIGHTS:
            source = next(NOTO.rglob(f"NotoSansCJK-{weight}.ttc"))
            subset(source, FONTS / f"{code}-{weight}.woff2", characters(code), number)
    for bold, file in letters.FILES.items():
        still(SANS, letters.FONTS / file, 700 if bold else 400)
    subset(SANS, POCKET, latin(DATA))
    still(SERIF, letters.FONTS / "PocketSerif-SemiBold.ttf", SEMIBOLD)
    for_screens()
    for weight in WEIGHTS:
        source = next(NOTO.rglob(f"NotoSansCJK-{weight}.ttc"))
        subset(source, letters.FONTS / f"PocketSansCJK-{weight}.otf", lacking(DATA), CJK.index("ja"))
    flags = [flag(market) for market in offered()]
    subset(next(NOTO.rglob("NotoColorEmoji.ttf")), FONTS / "flags.woff2", set("".join(flags)), pairs=flags)


def for_screens() -> None:
    """What browsers get instead of Streamlit's own."""
    subset(letters.FONTS / "PocketSerif-SemiBold.ttf", LIGHTER[SERIF.name.partition(".")[0]], latin(DATA))
    wanted = icons()
    subset(ICONS, LIGHTER[ICONS.name.partition(".")[0]], set("".join(wanted)), pairs=wanted)


def subset(source: Path, target: Path, wanted: Iterable[str], number: int = -1, pairs: Iterable[str] = ()) -> None:
    """One subset, compressed where the target is; of `pairs` only those ligatures stay that spell one of them."""
    from fontTools import subset as tools

    options = tools.Options(layout_features=[] if number >= 0 else ["*"], notdef_outline=True)
    options.flavor = "woff2" if target.suffix == ".woff2" else None
    options.font_number = number
    font = tools.load_font(str(source), options)
    job = tools.Subsetter(options)
    job.populate(unicodes=[ord(character) for character in wanted])
    if pairs:
        keep_ligatures(font, set(pairs))
    job.subset(font)
    target.parent.mkdir(exist_ok=True)
    if not options.flavor:
        named(font, target)
    tools.save_font(font, str(target), options)


def still(source: Path, target: Path, weight: int) -> None:
    """One weight of a variable font as TrueType, in its size for reading."""
    from fontTools import subset as tools
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    variable = TTFont(source)
    axes = {axis.axisTag: axis.defaultValue for axis in variable["fvar"].axes}
    font = instantiateVariableFont(variable, {**axes, "wght": weight})
    named(font, target)
    options = tools.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], notdef_outline=True)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    job = tools.Subsetter(options)
    job.populate(unicodes=font.getBestCmap())
    job.subset(font)
    font.flavor = None
    target.parent.mkdir(exist_ok=True)
    font.save(target)


def named(font: Any, target: Path) -> None:
    """Give the font the name of its file, `PocketSans-Bold`: licences ask that what is altered has its own."""
    family, style = target.stem.split("-")
    family = re.sub("(?<=[a-z])(?=[A-Z])", " ", family)
    for number, text in {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}", 6: target.stem}.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    for number in (16, 17, 21, 22):
        font["name"].removeNames(number)


def keep_ligatures(font: object, pairs: set[str]) -> None:
    """Take all other pictures out of the font's substitutions, so that they go too."""
    names = font.getBestCmap()  # type: ignore[attr-defined]
    wanted = {tuple(names[ord(letter)] for letter in pair) for pair in pairs}
    for lookup in font["GSUB"].table.LookupList.Lookup:  # type: ignore[index]
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            for first, found in list(getattr(table, "ligatures", {}).items()):
                table.ligatures[first] = [item for item in found if (first, *item.Component) in wanted]


if __name__ == "__main__":
    build()
    for path in sorted(FONTS.glob("*.woff2")):
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
