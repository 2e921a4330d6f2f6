"""The address at which readers report a mistake."""

import re

from handbook import addresses

ON_GITHUB = re.compile(r"https://github\.com/[\w.-]+/[\w.-]+")


def report_address(repository: str, page: str) -> str:
    """Return the address of the form for a wrong fact, with `page` filled in: the file of an entry, or an address.

    Only GitHub has such forms. For other hosts, it is the place on this site that says how to report a mistake.
    """
    home = repository.rstrip("/")
    if not ON_GITHUB.fullmatch(home):
        return addresses.REPORT
    return f"{home}/issues/new?template=wrong-fact.yml&entry={page.removesuffix('.yml')}"
