"""The reference of checks: every rule by topic, with its explanation and an example."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses
from handbook.context import Link
from handbook.problem import Rule
from handbook.text import TextRenderer
from handbook.views.examples import CaseFiles, Example, example_of
from handbook.views.sections import Sections, sections

PROSE = TextRenderer({}, {})
Cases = Mapping[str, CaseFiles]
"""The files of each problem case by name; the case of a rule has the name of the rule."""


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule on the page; its name is its anchor."""

    name: str
    sentence: Markup
    example: Example | None
    remedy: Markup


@dataclass(frozen=True, slots=True)
class RuleTopic:
    """The rules of one topic."""

    name: str
    anchor: str
    rules: tuple[RuleEntry, ...]


@dataclass(frozen=True, slots=True)
class RuleReference:
    """The data of the reference of checks."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    topics: tuple[RuleTopic, ...]


def rule_reference(topics: Mapping[str, tuple[Rule, ...]], cases: Cases) -> RuleReference:
    """Return the reference; a rule without a case has no example."""
    crumbs = (Link("Home", addresses.HOME), Link("Contribute", addresses.CONTRIBUTE))
    shown = tuple(_topic(name, rules, cases) for name, rules in topics.items())
    return RuleReference(crumbs, sections(*((topic.anchor, topic.name, True) for topic in shown)), shown)


def _topic(name: str, rules: tuple[Rule, ...], cases: Cases) -> RuleTopic:
    return RuleTopic(name, addresses.anchor("topic", name.lower()), tuple(_rule(rule, cases) for rule in rules))


def _rule(rule: Rule, cases: Cases) -> RuleEntry:
    example = example_of(cases[rule.name], rule.name) if rule.name in cases else None
    return RuleEntry(rule.name, PROSE.html(rule.sentence), example, PROSE.html(example.remedy if example else ""))
