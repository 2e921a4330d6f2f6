"""The list of all checks, the rules that problems can name, and the functions that run the checks."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import groupby
from operator import attrgetter, itemgetter

from handbook.checks import (
    architecture,
    completeness,
    dates,
    drafts,
    evidence,
    figures,
    glossary,
    names,
    references,
    stances,
    style,
    texts,
    upkeep,
)
from handbook.files import MAX_PROBLEMS, FileRule
from handbook.library import Library
from handbook.misfits import MISFITS, wrong_value
from handbook.parallel import spread
from handbook.problem import CHECKS_OF_ONE_ENTRY, UNTOLD, Finding, Place, Problem, Rule, rule_of
from handbook.reading import Reading
from handbook.wording import counted

Findings = Iterator[Finding]


def _rules_by_module(checks: Iterable[Callable[..., Findings]]) -> dict[str, tuple[Rule, ...]]:
    rules: dict[str, tuple[Rule, ...]] = {}
    for check in checks:
        topic = check.__module__.rpartition(".")[2].capitalize()
        rules[topic] = (*rules.get(topic, ()), rule_of(check))
    return rules


CHECKS: tuple[Callable[[Library], Findings], ...] = (
    references.unknown_reference,
    references.unknown_term,
    references.unknown_local_id,
    references.unknown_lesson,
    references.self_reference,
    names.duplicate_id,
    names.item_listed_twice,
    names.name_collision,
    names.alias_of_another_kind,
    names.reserved_name,
    texts.unknown_link,
    texts.ambiguous_link,
    texts.unsafe_link,
    texts.empty_link,
    texts.unclosed_link,
    texts.nothing_said,
    texts.too_much_markup,
    evidence.unread_source_cited,
    evidence.source_never_cited,
    evidence.address_listed_twice,
    evidence.inferred_without_how,
    evidence.citation_without_place,
    dates.dates_out_of_order,
    dates.figure_newer_than_source,
    dates.claim_newer_than_sources,
    figures.figure_without_one_value,
    figures.figure_without_unit,
    figures.arithmetic_does_not_hold,
    figures.unit_of_another_measure,
    figures.dispute_without_content,
    figures.dispute_without_difference,
    figures.before_and_after_differ,
    completeness.full_entry_incomplete,
    completeness.thin_without_reason,
    completeness.full_record_without_brief,
    architecture.component_in_no_era,
    architecture.era_without_component,
    architecture.component_without_flow,
    architecture.step_between_eras,
    architecture.technology_not_listed,
    stances.instead_without_departure,
    completeness.missing_schema_comment,
    glossary.term_without_explanation,
    glossary.term_listed_twice,
    drafts.draft_named,
    drafts.text_to_write,
)

CHECKS_BY_DATE: tuple[Callable[[Library, date], Findings], ...] = (dates.date_in_the_future,)
"""The checks that depend on the current date."""

ADVICE: tuple[Callable[[Library], Findings], ...] = (
    style.word_to_avoid, style.long_sentence, upkeep.attempt_without_task,
)  # fmt: skip
"""Checks of style and upkeep. Their findings are reported separately from the problems and do not fail the check."""

TOPICS: dict[str, tuple[Rule, ...]] = {
    "Files": tuple(one.rule for one in FileRule),
    "Fields": tuple(dict.fromkeys(rule_of(explain) for explain in (*MISFITS.values(), wrong_value))),
    **_rules_by_module((*CHECKS, *CHECKS_BY_DATE)),
}
"""Every rule that a problem can name, by topic: files, fields, then one topic for each module of checks."""

RULES = tuple(rule for rules in TOPICS.values() for rule in rules)


def find_problems(
    reading: Reading, today: date, workers: int = 1, clean: Collection[str] = frozenset()
) -> tuple[Problem, ...]:
    """Return all problems of a reading, sorted by place; dates after `today` are in the future.

    `clean` has the addresses of entries in which no check of one entry finds anything.
    """
    problems = set(reading.problems)
    if reading.library:
        runs = _runs(reading.library, reading.library.without(clean), today)
        found = spread(lambda number: _problems(*runs[number]), len(runs), workers)
        problems.update(problem for problems in found for problem in problems)
    return tuple(_first_of_each_file(sorted(problems)))


def find_advice(library: Library, workers: int = 1) -> tuple[Problem, ...]:
    """Return the advice on style and upkeep, sorted by place."""
    runs = [(rule_of(check).name, partial(check, library)) for check in ADVICE]
    found = spread(lambda number: _problems(*runs[number]), len(runs), workers)
    return tuple(_first_of_each_file(sorted(problem for problems in found for problem in problems)))


def _first_of_each_file(problems: list[Problem]) -> Iterator[Problem]:
    for path, group in groupby(problems, attrgetter("path")):
        of_file = list(group)
        yield from of_file[:MAX_PROBLEMS]
        if more := of_file[MAX_PROBLEMS:]:
            message = f"this file has {counted(len(more), 'more problem')}; fix those above, and check it again"
            yield FileRule.MORE_PROBLEMS.problem(path, Place(more[0].line, more[0].column), message)


def _runs(library: Library, unchecked: Library, today: date) -> list[tuple[str, Callable[[], Findings]]]:
    """Return each check with the name of its rule, ready to run; those of one entry see only what is `unchecked`."""
    seen = {check: unchecked if check in CHECKS_OF_ONE_ENTRY else library for check in CHECKS}
    return [
        *((rule_of(check).name, partial(check, seen[check])) for check in CHECKS),
        *((rule_of(check).name, partial(check, library, today)) for check in CHECKS_BY_DATE),
    ]


def _problems(rule: str, run: Callable[[], Findings]) -> tuple[Problem, ...]:
    """Return the problems that a check found, without their messages beyond MAX_PROBLEMS of a file, to save time."""
    problems: list[Problem] = []
    for _, group in groupby(sorted(run(), key=itemgetter(0, 1, 2)), itemgetter(0)):
        for number, found in enumerate(group):
            message = found.words if number < MAX_PROBLEMS else UNTOLD
            problems.append(Problem(*found[:3], message, rule))
    return tuple(problems)
