"""Where archived copies of a page on the web are found: the Wayback Machine, by address and date."""

from handbook.model.fields import PartialDate

WAYBACK = "https://web.archive.org/web/"


def look_up(url: str, date: PartialDate | None) -> str:
    """Return the address that leads to the copy nearest to a date, or to the list of copies without a date."""
    return f"{WAYBACK}{stamp(date) or '*'}/{url.partition('#')[0]}"


def stamp(date: PartialDate | None) -> str:
    """Return the known part of a date as the Wayback Machine writes it: `20131122`, `201311`, `2013`."""
    return str(date).replace("-", "") if date else ""
