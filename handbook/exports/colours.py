"""The colours of pattern families as a stylesheet: the policy forbids inline styles, so each hue is a class."""

from handbook import addresses
from handbook.exports.data import SiteFile
from handbook.faces import Casebook


def colours_file(book: Casebook) -> SiteFile:
    """Return the stylesheet with a class for each hue (`hs-hue-195`), from which other stylesheets derive colours."""
    hues = sorted({family.hue for family in book.families.values()})
    rules = (f".hs-hue-{hue} {{ --hs-hue: {hue}; }}\n" for hue in hues)
    return SiteFile(addresses.stylesheet("families"), "".join(rules))
