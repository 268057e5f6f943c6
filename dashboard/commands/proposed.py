"""What importing a file would do, in words for a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dashboard.intake.proposal import Proposal
from dashboard.intake.questions import Question
from dashboard.intake.values import Taken
from dashboard.warehouse.fault import Fault, counted

SHOWN = 20  # of each kind


def summary(proposal: Proposal) -> Iterator[str]:
    """What was read, which column is which, what would change."""
    read = proposal.read
    where = f"cells between {read.chosen!r}" if len(read.chosen) == 1 else f"sheet {read.chosen!r}"
    yield f"{read.file}: {_count(read.rows, 'row')} below row {read.header_row}, {where}"
    if read.others:
        yield f"  not read: {', '.join(read.others)} (sheet in the map names another one)"
    width = max(map(len, read.heads))
    yield from (f"  {one.head:{width}} = {one.column} ({one.why})" for one in proposal.matched if one.column)
    if left := [one.head for one in proposal.matched if not one.column]:
        yield f"  left out: {', '.join(left)}"
    yield (
        f"{proposal.table}: {_count(proposal.added, 'row')} to add, {proposal.changed:,} to change "
        f"({_count(proposal.cells, 'cell')}), "
        f"{proposal.unchanged:,} unchanged"
    )


def listed(proposal: Proposal) -> Iterator[str]:
    """The rows and cells that would change."""
    for taken in proposal.taken:
        yield f"  {taken.column}: of days the year is taken ({taken.said} -> {taken.meant}; {_rows(taken)})"
    for new in proposal.new[:SHOWN]:
        yield f"  row {new.row}: new: {', '.join(f'{column} {cell}' for column, cell in new.cells.items())}"
    if proposal.added > SHOWN:
        yield f"  … and {proposal.added - min(SHOWN, len(proposal.new)):,} more new ones"
    for one in proposal.changes[:SHOWN]:
        yield f"  row {one.row}: {one.key}, {one.column}: {one.before or '(empty)'} -> {one.after or '(empty)'}"
    if proposal.cells > SHOWN:
        yield f"  … and {proposal.cells - SHOWN:,} more"


def told(faults: Sequence[Fault], file: str) -> Iterator[str]:
    """What is wrong, and how columns that the file lacks are answered in the map."""
    yield from map(str, faults[:SHOWN])
    if len(faults) > SHOWN:
        rules = Counter((fault.column, fault.rule) for fault in faults[SHOWN:])
        yield from (f"… {count} more in {column}: {rule}" for (column, rule), count in rules.most_common(SHOWN))
    if faults:
        yield counted(faults)
    for column in dict.fromkeys(
        fault.column for fault in faults if fault.file == file and fault.column and not fault.row
    ):
        yield f'In the map: [columns] "header in the file" = "{column}", or [defaults] {column} = "…"'


def asked(questions: Sequence[Question]) -> Iterator[str]:
    """What is to be answered in the map."""
    for one in questions[:SHOWN]:
        guesses = "; ".join(f"{guess.answer} ({guess.name})" for guess in one.guesses) or "no guess"
        yield f"? [{one.heading}] {repr(one.said) if one.said else one.column} ({_rows(one)}): {guesses}"
    if questions:
        verb = "is" if len(questions) == 1 else "are"
        count = _count(len(questions), "question")
        yield f"{count} {verb} open: --write-map MAP.toml, answer there, then --map MAP.toml"


def _count(count: int, of: str) -> str:
    return f"{count:,} {of}{'s' * (count != 1)}"


def _rows(of: Question | Taken) -> str:
    return f"{of.rows:,} rows, the first {of.row}" if of.rows > 1 else f"row {of.row}"
