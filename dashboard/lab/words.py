"""What the lab says to a reader."""

from dashboard.lab.answer import Answer, Problem
from dashboard.lab.limits import Limits
from dashboard.language import Language


def told(problem: Problem, limits: Limits, lang: Language) -> str:
    """What is wrong, where, and what may be meant; the database's own words stand behind, as they are."""
    said = [_of_query(problem, lang) or _of_run(problem, limits, lang)]
    if problem.line is not None:
        said.append(lang.t("Line {line}, column {column}.", line=problem.line, column=problem.column))
    if problem.candidates:
        said.append(lang.t("Perhaps you mean {names}.", names=", ".join(problem.candidates)))
    if problem.told and problem.kind in ("syntax", "database"):
        said.append(lang.t("The database says: {words}", words=problem.told))
    return " ".join(said)


def cut(answer: Answer, limits: Limits, lang: Language) -> str:
    """Why there are no more rows; empty where these are all."""
    shown = lang.number(len(answer.rows))
    match answer.cut:
        case "rows":
            return lang.t("There are more rows; these are the first {rows}, the most of one answer.", rows=shown)
        case "size":
            size = lang.number(limits.answer_mb)
            return lang.t(
                "There are more rows; the first {rows} fill {size} MB, the most of one answer.", rows=shown, size=size
            )
    return ""


def _of_query(problem: Problem, lang: Language) -> str:
    """What is wrong with a query; empty where nothing is."""
    name = problem.name
    match problem.kind:
        case "empty":
            return lang.t("There is no query here.")
        case "long":
            return lang.t("The query is longer than {letters} letters.", letters=lang.number(int(name)))
        case "deep":
            return lang.t("The query is nested too deeply.")
        case "syntax":
            return lang.t("This is not understood.")
        case "several":
            return lang.t("These are {count} statements; ask one at a time.", count=name)
        case "statement":
            return lang.t("Only SELECT can be asked here, not {statement}.", statement=name)
        case "parameters":
            return lang.t("The query leaves values open: {names}. Write them into it.", names=name)
        case "table":
            return lang.t("There is no table or view “{name}” here.", name=name)
        case "function":
            return lang.t("There is no function “{name}” here.", name=name)
        case "column":
            return lang.t("There is no column “{name}” here.", name=name)
        case "database":
            return lang.t("This cannot be answered.")
    return ""


def _of_run(problem: Problem, limits: Limits, lang: Language) -> str:
    """Why a query was not run to its end, and what one can do."""
    memory, space = map(lang.number, (limits.memory_mb, limits.spill_mb))
    return {
        "seconds": lang.n(
            "It took longer than {count} second and was ended. Ask for less.",
            "It took longer than {count} seconds and was ended. Ask for less.",
            round(limits.seconds),
        ),
        "memory": lang.t("It needed more than {size} MB of memory and was ended. Ask for less.", size=memory),
        "spill": lang.t("It needed more than {size} MB for temporary files and was ended. Ask for less.", size=space),
        "cancelled": lang.t("It was cancelled."),
        "ended": lang.t("Its process broke down; nothing else is harmed. Ask in another way."),
        "started": lang.t("This machine could not start it. Try again in a minute."),
        "elsewhere": lang.t(
            "The facts are on another engine here (POCKET_ENGINE). DuckDB answers queries of one’s own: where the "
            "facts are kept, without that setting."
        ),
        "full": lang.t("Many queries wait already. Try again in a minute."),
    }.get(problem.kind, "")
