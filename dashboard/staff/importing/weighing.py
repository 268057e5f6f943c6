"""What would come of a task: made anew each time within temporary folders, of which nothing is left."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from dashboard.intake.facts import Facts
from dashboard.intake.faulty import write_faulty
from dashboard.intake.intake import Intake, Unmatched, propose
from dashboard.intake.limits import PREFIX
from dashboard.intake.questions import Ask
from dashboard.intake.single import Edits, edited
from dashboard.intake.whole import in_file, would_be
from dashboard.intake.words import Words, words_of
from dashboard.language import COMPLETE, Language
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.staff.failing import FAILURES, reasons
from dashboard.staff.importing.progress import Report
from dashboard.staff.importing.work import Choices, Outcome, Upload, Work
from dashboard.temporary import temporary
from dashboard.versions import versions
from dashboard.versions.change import HeadlineChange, TableChange
from dashboard.versions.diff import compared
from dashboard.versions.headlines import headline_changes, served
from dashboard.warehouse import BuildError, Warehouse
from dashboard.warehouse.base import Unpublishable
from dashboard.warehouse.build_error import StoreError
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.readable import Unreadable
from dashboard.warehouse.truth import facts_folder

SHOWN, EXAMPLES = 1000, 3  # rows of each kind that would change; cells of a column


@dataclass(frozen=True)
class Draft:
    """The new content of a table's file (None: there is none), for as long as it is made."""

    path: str
    content: Path | None
    intake: Intake | None
    faults: list[Fault]


@contextmanager
def drafted(task: Upload | Edits, report: Report) -> Iterator[Draft]:
    """Make it; nothing is left afterwards. Raises what `propose` and `edited` raise."""
    if isinstance(task, Edits):
        with edited(facts_folder(), task) as (path, whole, faults):
            yield Draft(path, whole, None, faults)
        return
    with temporary(PREFIX) as folder:
        file = folder / task.name
        file.write_bytes(task.content)
        with propose(file, task.table, facts_folder(), task.answers, store=settings().store, report=report) as intake:
            proposal = intake.proposal
            content = proposal.content if proposal.differs else None
            yield Draft(proposal.path, content, intake, list(proposal.faults))


def outcome(work: Work, report: Report) -> Outcome:
    """What would come of it."""
    try:
        with drafted(work.task, report) as draft:
            weight = _weighed(work, draft, report)
            faults = [*draft.faults, *(in_file(draft.intake, weight.faults) if draft.intake else weight.faults)]
            told = Outcome(
                faults=faults,
                content=sha256(draft.content),
                change=weight.change,
                others=weight.others,
                moved=weight.moved,
            )
            return _of_file(told, draft.intake) if draft.intake else told
    except Unmatched as error:
        return Outcome(error.read, faults=error.faults)
    except Unreadable as error:
        return Outcome(faults=error.faults)
    except FAILURES as error:
        return Outcome(failure=reasons(error))


def sha256(content: Path | None) -> str:
    """What was drafted, told from any other."""
    if content is None:
        return ""
    with content.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True)
class Weight:
    """What the whole has against it; else how the table and what else lies on the disk would differ, and what that
    would do to the key figures, by language (None: not to be said)."""

    faults: list[Fault] = field(default_factory=list)
    change: TableChange | None = None
    others: tuple[TableChange | str, ...] = ()
    moved: Mapping[str, Sequence[HeadlineChange]] | None = None


def _weighed(work: Work, draft: Draft, report: Report) -> Weight:
    if draft.content is None or draft.faults or work.base is None:
        return Weight()
    with would_be(facts_folder(), draft.path, draft.content) as folder:
        report("whole", 0)
        try:
            after = served(versions(), settings().store, folder)
        except Unpublishable as error:
            return Weight(error.faults)
        report("figures", 0)
        moved = _moved(work.base, after)
        with compared(versions(), work.base, folder, public=False) as comparison:
            changes = [one for one in comparison.changes(SHOWN) if one.total]
        others = (replace(one, rows=()) for one in changes if one.table != work.task.table)
        own = next((one for one in changes if one.table == work.task.table), None)
        return Weight([], own, (*others, *comparison.files), moved)


def _moved(base: int, after: Warehouse) -> Mapping[str, Sequence[HeadlineChange]] | None:
    """Language -> the key figures that differ; None where pages can no longer be made of how it was."""
    try:
        before = served(versions(), settings().store, base)
    except StoreError:
        raise
    except (BuildError, Unpublishable):
        return None
    return {lang: headline_changes(before, after, lang) for lang in COMPLETE}


def _of_file(told: Outcome, intake: Intake) -> Outcome:
    """With what is known of the file."""
    proposal, connection = replace(intake.proposal, content=None), intake.connection
    examples = dict[str, list[str]]()
    for match in proposal.matched:
        some = f"select c{match.place} as cell from cells where c{match.place} is not null limit 200"  # noqa: S608
        sql = f"select distinct cell from ({some}) limit {EXAMPLES}"  # noqa: S608
        examples[match.head] = [cell for (cell,) in connection.execute(sql).fetchall()]
    choices = dict[str, Choices]()
    for name in {one.column for one in proposal.questions if one.ask in (Ask.WORD, Ask.DEFAULT) and one.column}:
        if words := words_of(connection, intake.facts, intake.facts.table.column(name)):
            called = {lang: _named(words, intake.facts, name, language(lang)) for lang in COMPLETE}
            choices[name] = Choices(called, words.several)
    faulty = {lang: _faulty(intake, told.faults, language(lang)) for lang in COMPLETE} if told.faults else {}
    return replace(told, read=proposal.read, proposal=proposal, examples=examples, choices=choices, faulty=faulty)


def _named(words: Words, facts: Facts, name: str, lang: Language) -> dict[str, str]:
    """The codes of a column and what each is called in the reader's language."""
    other, _ = (facts.codes | facts.lists).get(name, ("", ""))
    if (other, "name") in lang.vocabulary.texts:
        return {code: lang.name(other, code) for code in words.named}
    labels = facts.table.column(name).words
    return {code: labels.get(code, {}).get(lang.code, known) for code, known in words.named.items()}


def _faulty(intake: Intake, faults: Sequence[Fault], lang: Language) -> dict[str, bytes]:
    """The faulty rows as files, by their endings."""
    made = dict[str, bytes]()
    with temporary(PREFIX) as folder:
        for ending in ("csv", "xlsx"):
            target = folder / f"faulty.{ending}"
            if write_faulty(intake, faults, target, lang):
                made[ending] = target.read_bytes()
    return made
