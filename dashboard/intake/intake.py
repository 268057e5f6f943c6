"""From a file to a proposal: read, matched, converted, compared, checked."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.intake import ids, merging, same, validation
from dashboard.intake.answers import Answers, Kept, WrongAnswers, fitting
from dashboard.intake.facts import Facts
from dashboard.intake.limits import PREFIX, Limits, limits
from dashboard.intake.matching import Match, known, matches
from dashboard.intake.needs import asked, needed
from dashboard.intake.proposal import Change, New, Proposal
from dashboard.intake.questions import Ask, Question
from dashboard.intake.reading import Read, read
from dashboard.intake.steps import Report, Step, silent
from dashboard.intake.values import Taken, convert
from dashboard.intake.words import Words, words_of
from dashboard.language import NOTHING
from dashboard.temporary import temporary
from dashboard.values import Said
from dashboard.warehouse.check import told_if_full
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.readable import Unreadable

MEMORY = "2GB"  # of the database; more goes to the disk


@dataclass(frozen=True)
class Intake:
    """A proposal with the database it was made in: for the rows themselves."""

    proposal: Proposal
    connection: duckdb.DuckDBPyConnection
    facts: Facts
    kept: Kept | None


class Unmatched(Unreadable):
    """None of the file's columns is one of the table's; `read` has their names."""

    def __init__(self, read: Read, *faults: Fault) -> None:
        super().__init__(*faults)
        self.read = read


@contextmanager
def propose(
    path: Path,
    table: str,
    folder: Path,
    answers: Answers,
    *,
    store: Path | None = None,
    report: Report = silent,
    allowed: Limits | None = None,
) -> Iterator[Intake]:
    """Read a file for a table of a data folder; with a `store`, answers kept there count where none are given.

    Raises Unreadable for a file of which nothing can be said by row, WrongAnswers, and TemporaryError where there is no
    room. Nothing is left on the disk.
    """
    with temporary(PREFIX) as place, ExitStack() as open_:
        connection = open_.enter_context(duckdb.connect(place / "import.duckdb", config={"memory_limit": MEMORY}))
        with told_if_full():
            facts = Facts(connection, folder, table)
            made = _intake(connection, place, path, facts, answers, store, report, allowed or limits())
        yield made


def _intake(
    connection: duckdb.DuckDBPyConnection,
    place: Path,
    path: Path,
    facts: Facts,
    answers: Answers,
    store: Path | None,
    report: Report,
    allowed: Limits,
) -> Intake:
    fitting(answers, [column.name for column in facts.table.columns])
    found = read(connection, path, known(facts.table, answers), answers, allowed, report)
    kept = Kept(store, facts.table.name, found.heads) if store else None
    answers = answers.over(same.standing(connection, facts, kept.read())) if kept else answers
    report(Step.MATCHING, found.rows)
    words = {
        column.name: held for column in facts.table.columns if (held := words_of(connection, facts, column)) is not None
    }
    answers = answers.model_copy(update={"defaults": _defaults(answers, words)})
    matched = _matched(connection, path, found, facts, words, answers)
    return Intake(_compared(connection, place, facts, found, matched, words, answers, report), connection, facts, kept)


def _matched(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    found: Read,
    facts: Facts,
    words: Mapping[str, Words],
    answers: Answers,
) -> tuple[Match, ...]:
    """Which column is which. Raises Unmatched if none is one of the table's."""
    matched = matches(connection, found.heads, facts.table, words, answers)
    if any(match.column for match in matched):
        return matched
    told = {"table": facts.table.name, "heads": ", ".join(found.heads[:10])}
    rule = Said("none of the columns is one of {table}: {heads}", **told)
    mend = Said("Say of at least one which column it is.")
    raise Unmatched(found, Fault(path.name, found.header_row, None, None, rule, mend))


def _compared(
    connection: duckdb.DuckDBPyConnection,
    place: Path,
    facts: Facts,
    found: Read,
    matched: tuple[Match, ...],
    words: Mapping[str, Words],
    answers: Answers,
    report: Report,
) -> Proposal:
    """What the rows that were read would change, what is wrong with them, what is asked."""
    taken = [match for match in matched if match.column]
    questions, shortened = convert(connection, facts, taken, words, answers, report)
    report(Step.SAME, found.rows)
    questions += same.proposed(connection, facts, answers) if same.has_names(facts) else []
    report(Step.COMPARING, found.rows)
    ids.add_keys(connection, facts)
    merging.merge(connection, facts, answers)
    report(Step.CHECKING, found.rows)
    needs = needed(connection, facts, taken)
    questions += asked(needs, words)
    faults = validation.faults(connection, facts, found, taken, questions, needs)
    report(Step.WRITING, found.rows)
    return _proposal(connection, place, facts, found, matched, answers, faults, questions, shortened)


def _defaults(answers: Answers, words: Mapping[str, Words]) -> dict[str, str]:
    """What rows hold that say nothing, as codes. Raises WrongAnswers for what is none."""
    told = dict(answers.defaults)
    for column, said in told.items():
        if said and column in words:
            if (code := words[column].code(said)) is None:
                near = ", ".join(words[column].guesses(said)) or NOTHING
                named = {"column": column, "said": said, "near": near}
                raise WrongAnswers(Said("[defaults] {column}: nobody knows “{said}”; nearest: {near}", **named))
            told[column] = code
    return told


def _proposal(
    connection: duckdb.DuckDBPyConnection,
    place: Path,
    facts: Facts,
    found: Read,
    matched: tuple[Match, ...],
    answers: Answers,
    faults: list[Fault],
    questions: list[Question],
    shortened: list[Taken],
) -> Proposal:
    cells, listed = merging.changes(connection, facts)
    added, changed, unchanged = merging.counts(connection)
    is_open = faults or any(question.ask is Ask.SAME for question in questions)
    return Proposal(
        table=facts.table.name,
        path=facts.table.path,
        read=found,
        matched=matched,
        answers=answers,
        added=added,
        changed=changed,
        unchanged=unchanged,
        cells=cells,
        changes=tuple(Change(*one) for one in listed),
        new=tuple(New(*one) for one in merging.added(connection, facts)),
        faults=tuple(faults),
        questions=tuple(questions),
        taken=tuple(shortened),
        content=None if is_open else _content(connection, place, facts),
    )


def _content(connection: duckdb.DuckDBPyConnection, place: Path, facts: Facts) -> Path:
    """The whole new table as a file."""
    merging.candidate(connection, facts)
    target = place / Path(facts.table.path).name
    merging.write(connection, facts, target)
    return target
