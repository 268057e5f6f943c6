"""`pocket import`: a file of whoever's into a table; without --publish it only says what would change.

Ends with 0 when that can be, or was, published; with 1 when rows are faulty or questions are open, and nothing was
changed; with 2 when something else was asked for than there is.
"""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands import FAILURES, fail, not_built, use
from dashboard.commands.changes import figures
from dashboard.commands.proposed import asked, listed, summary, told
from dashboard.intake.answers import Answers, WrongAnswers, read_answers, written
from dashboard.intake.faulty import write_faulty
from dashboard.intake.intake import Intake, Unmatched, propose
from dashboard.intake.proposal import Proposal
from dashboard.intake.questions import guessed
from dashboard.intake.steps import Report, Step
from dashboard.intake.whole import in_file, would_be
from dashboard.language import Language, Vocabulary
from dashboard.settings import settings
from dashboard.versions import Faulty, Superseded, versions
from dashboard.versions.headlines import headlines, served
from dashboard.warehouse import BuildError
from dashboard.warehouse.base import Unpublishable
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.package import read_package
from dashboard.warehouse.truth import facts_folder

ENGLISH = Language("en", Vocabulary())


def import_file(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX, no larger than POCKET_IMPORT_… allow")],
    table: Annotated[str, typer.Option(help="which table it is for, such as companies")],
    map_: Annotated[
        Path | None,
        typer.Option("--map", help="answers about the file (TOML): sheet, header_row, [columns] …; see --write-map"),
    ] = None,
    write_map: Annotated[Path | None, typer.Option(help="write answers and open questions to this file")] = None,
    source: Annotated[str | None, typer.Option(help="id of the source of rows that name none")] = None,
    faulty: Annotated[Path | None, typer.Option(help="write the faulty rows to this file (.csv, .xlsx)")] = None,
    do_publish: Annotated[bool, typer.Option("--publish", help="make the change")] = False,
    why: Annotated[str | None, typer.Option(help="why it is made; needed for --publish")] = None,
    who: Annotated[str, typer.Option(help="your name (default: that of your account)")] = "",
    data: Annotated[Path | None, typer.Option(help="data folder (default: the facts that are served)")] = None,
) -> None:
    """Import a CSV or XLSX file into a table."""
    use(data)
    with _told(table):
        base = _base(why) if do_publish else 0
        folder, answers = _folder(table), _answers(map_, source)
        with propose(file, table, folder, answers, store=settings().store, report=_progress()) as intake:
            _tell(intake.proposal, write_map)
            faults = _published(intake, base, who or getpass.getuser(), str(why)) if do_publish else _weighed(intake)
            _end(intake, faults, faulty, is_said=map_ is not None, is_done=do_publish)


@contextmanager
def _told(table: str) -> Iterator[None]:
    """End the command with the reason where it cannot go on."""
    try:
        yield
    except WrongAnswers as error:
        raise fail(error, 2) from None
    except Unmatched as error:
        raise fail(f'{error}\nIn the map: [columns] "header in the file" = "column of {table}"') from None
    except BuildError as error:
        raise not_built(error) from None
    except (Faulty, Superseded, *FAILURES) as error:
        raise fail(error) from None


def _base(why: str | None) -> int:
    """The version that is changed, if it is said why."""
    if not (why or "").strip():
        raise fail("Say why the facts change: --why TEXT.", 2)
    return versions().newest().number


def _folder(table: str) -> Path:
    """The data folder, if it has this table."""
    if table not in (tables := read_package(facts_folder()).tables):
        raise fail(f"There is no table {table}; tables are {', '.join(tables)}.", 2)
    return facts_folder()


def _answers(map_: Path | None, source: str | None) -> Answers:
    """Those of the map, and the source of rows that name none."""
    answers = read_answers(map_) if map_ else Answers()
    return answers.model_copy(update={"defaults": answers.defaults | {"source_id": source}}) if source else answers


def _tell(proposal: Proposal, write_map: Path | None) -> None:
    """Say what would change, and write the map."""
    typer.echo("\n".join([*summary(proposal), *listed(proposal)]))
    if write_map:
        _write_map(proposal, write_map)


def _published(intake: Intake, base: int, who: str, why: str) -> list[Fault]:
    """Publish what can be; returns what the whole of the facts has against it."""
    proposal = intake.proposal
    if proposal.content is None or not proposal.differs:
        return []
    try:
        versions().publish({proposal.path: proposal.content}, base=base, who=who, why=why, kind="import")
    except Faulty as error:
        return in_file(intake, list(error.faults))
    return []


def _weighed(intake: Intake) -> list[Fault]:
    """Say how the key figures would move; returns what the whole of the facts would have against it."""
    proposal, facts, store = intake.proposal, facts_folder(), settings().store
    if proposal.content is None or not proposal.differs:
        return []
    with would_be(facts, proposal.path, proposal.content) as folder:
        try:
            served(versions(), store, folder)
        except Unpublishable as error:
            return in_file(intake, error.faults)
        typer.echo("\n".join(figures(headlines(versions(), store, facts, folder, settings().lang))))
    return []


def _write_map(proposal: Proposal, target: Path) -> None:
    columns = {match.head: match.column or "" for match in proposal.matched}
    answers = proposal.answers.model_copy(update={"columns": columns})
    target.write_text(written(answers, guessed(proposal.questions)), encoding="utf-8")
    typer.echo(f"{target} is written: what is asked stands there with the best guess as a comment.")


def _end(intake: Intake, found: list[Fault], faulty: Path | None, *, is_said: bool, is_done: bool) -> None:
    """Say how it ended; answers with which all was well are kept."""
    proposal, faults = intake.proposal, [*intake.proposal.faults, *found]
    if faulty and faults:
        typer.echo(f"{write_faulty(intake, faults, faulty, ENGLISH)} faulty rows are in {faulty}.")
    if faults or proposal.content is None:
        raise fail("\n".join([*told(faults, proposal.read.file), *asked(proposal.questions), "Nothing is changed."]))
    if is_said and intake.kept:
        intake.kept.write(proposal.answers)
    if not proposal.differs:
        typer.echo("Nothing differs.")
    else:
        typer.echo("Published." if is_done else "Nothing is changed yet: --publish --why TEXT does it.")


def _progress() -> Report:
    """Says where it is, for files that take their time."""
    seen = set[tuple[Step, int]]()

    def report(step: Step, rows: int) -> None:
        mark = (step, rows // 100_000)
        if rows >= 100_000 and mark not in seen:
            seen.add(mark)
            typer.echo(f"{step} … {rows:,} rows", err=True)

    return report
