"""What only whoever imports can answer: asked with the best guesses first; what was answered can be changed."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.access import Role
from dashboard.access.session import allowed
from dashboard.intake.answers import OTHERS
from dashboard.intake.questions import Ask, Question
from dashboard.language import Language
from dashboard.screen.html import empty
from dashboard.screen.markdown import label
from dashboard.staff.importing.beside import beside
from dashboard.staff.importing.work import Choices, Upload, Work, again
from dashboard.warehouse import warehouse

MOST = 100  # questions at once


def questions(work: Work, lang: Language) -> None:
    """Those that are open first; below them the answers."""
    if not work.asked or work.outcome is None or work.outcome.proposal is None:
        return
    left = {one.about for one in work.outcome.proposal.questions}
    waiting = [one for one in work.asked if one.about in left]
    done = [one for one in work.asked if one not in waiting]
    st.subheader(lang.t("Questions"))
    if waiting:
        st.markdown(lang.n("{count} question is open.", "{count} questions are open.", len(waiting)))
        _form(waiting[:MOST], work, "open", lang)
        _none_known(waiting, work.outcome.proposal.answers.same, lang)
    else:
        empty(lang.t("All is answered."))
    if done:
        with st.expander(lang.n("{count} answer", "{count} answers", len(done))):
            _form(done[-MOST:], work, "done", lang)


def _form(asked: Sequence[Question], work: Work, name: str, lang: Language) -> None:
    answers: dict[Question, str | None] = {}
    with st.form(f"bring-answers-{name}", border=False):
        for one in beside(asked):
            answers[one] = _field(one, work, lang)
        if st.form_submit_button(lang.t("Answer"), type="primary" if name == "open" else "secondary"):
            allowed(Role.EDITOR)
            _take({one: told for one, told in answers.items() if told is not None}, work)
            st.rerun()


def _field(one: Question, work: Work, lang: Language) -> str | None:
    """The answer to a question, as the map has it; None: not answered."""
    given = _given(one, work)
    choices = (work.outcome.choices if work.outcome else {}).get(one.column or "")
    title = _title(one, work, lang)
    help_ = lang.n(
        "in {count} row, row {row}", "in {count} rows, the first is row {row}", one.rows, row=lang.number(one.row)
    )
    key = f"bring-answer-{one.ask}-{one.column}-{one.said}"
    if choices and choices.several and one.ask is Ask.WORD:
        return _several(title, _options(one, choices, lang), given, help_, lang)
    if one.ask is Ask.DEFAULT and not choices:
        return st.text_input(title, given or "", help=help_, key=key) or None
    options = _options(one, choices, lang)
    if given is not None and given not in options:
        options[given] = given
    index = list(options).index(given) if given is not None else None
    told: str | None = st.selectbox(
        title, list(options), index, format_func=lambda code: options[code], placeholder=lang.t("Choose …"),
        help=help_, key=f"{key}-{lang.code}",
    )  # fmt: skip
    return told


def _several(title: str, options: Mapping[str, str], given: str | None, help_: str, lang: Language) -> str | None:
    """The answer where a cell holds several codes; none of them is one, too."""
    start = [code for code in given.split("; ") if code in options] if given is not None else []
    chosen = st.multiselect(
        title, list(options), start, options.__getitem__, help=help_, placeholder=lang.t("Choose …")
    )
    return "; ".join(filter(None, chosen)) if chosen else None


def _title(one: Question, work: Work, lang: Language) -> str:
    column = label(_column(one, work, lang))
    if one.ask is Ask.DEFAULT:
        return lang.t("{column} of rows that name none", column=column)
    return lang.t("{column}: “{said}”", column=column, said=label(one.said))


def _options(one: Question, choices: Choices | None, lang: Language) -> dict[str, str]:
    """Answer -> words; the guesses first."""
    named = choices.called[lang.code] if choices else {}
    match one.ask:
        case Ask.SAME:
            found = {
                guess.answer: lang.t("It is {name} ({key})", name=guess.name, key=guess.answer) for guess in one.guesses
            }
            return found | {"": lang.t("It is another one: a new row")}
        case Ask.NUMBERS:
            return {guess.answer: lang.t("as in {example}", example=guess.name) for guess in one.guesses}
        case Ask.DATES:
            first = {"day": lang.t("the day comes first"), "month": lang.t("the month comes first")}
            return {guess.answer: f"{first[guess.answer]}: {guess.name}" for guess in one.guesses}
        case Ask.DEFAULT:
            return {code: _called(code, named) for code in named}
    codes = [*(guess.answer for guess in one.guesses), *named]
    return {code: _called(code, named) for code in codes} | {"": lang.t("nothing: leave the cell empty")}


def _called(code: str, named: Mapping[str, str]) -> str:
    name = named.get(code, code)
    return code if name == code else f"{name} ({code})"


def _column(one: Question, work: Work, lang: Language) -> str:
    columns = warehouse().package.tables[work.task.table].columns
    return next((lang.text(column.title) for column in columns if column.name == one.column), one.column or "")


def _given(one: Question, work: Work) -> str | None:
    """What was answered."""
    if work.outcome is None or work.outcome.proposal is None:
        return None
    held = work.outcome.proposal.answers
    words: Mapping[Ask, Mapping[str, str]] = {
        Ask.WORD: held.words.get(one.column or "", {}),
        Ask.SAME: held.same,
        Ask.NUMBERS: held.numbers,
        Ask.DATES: held.dates,
        Ask.DEFAULT: held.defaults,
    }
    return words[one.ask].get(one.said if one.ask in (Ask.WORD, Ask.SAME) else one.column or "")


def _take(told: Mapping[Question, str], work: Work) -> None:
    """Propose anew with these answers."""
    if not isinstance(work.task, Upload):
        return
    held = work.task.answers
    words = {column: dict(pairs) for column, pairs in held.words.items()}
    same, numbers, dates = dict(held.same), dict[str, str](held.numbers), dict[str, str](held.dates)
    defaults = dict[str, str](held.defaults)
    plainly = {Ask.SAME: same, Ask.NUMBERS: numbers, Ask.DATES: dates, Ask.DEFAULT: defaults}
    for one, answer in told.items():
        column = one.column or ""
        if one.ask is Ask.WORD:
            words.setdefault(column, {})[one.said] = answer
        else:
            plainly[one.ask][one.said if one.ask is Ask.SAME else column] = answer
    again(words=words, same=same, numbers=numbers, dates=dates, defaults=defaults)


def _none_known(waiting: Sequence[Question], same: Mapping[str, str], lang: Language) -> None:
    """One answer for all: those that are not said to be known ones are new."""
    if sum(one.ask is Ask.SAME for one in waiting) > 1 and st.button(lang.t("All others are new rows")):
        allowed(Role.EDITOR)
        again(same={**same, OTHERS: ""})
        st.rerun()
