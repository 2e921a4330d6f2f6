"""The colours of the families as a stylesheet: pages carry no styles of their own, so each hue is a class."""

from handbook import addresses
from handbook.exports.data import SiteFile
from handbook.faces import Casebook


def colours_file(book: Casebook) -> SiteFile:
    """Return the stylesheet in which `hs-hue-195` sets the hue of which the other stylesheets make their colours."""
    hues = sorted({family.hue for family in book.families.values()})
    rules = (f".hs-hue-{hue} {{ --hs-hue: {hue}; }}\n" for hue in hues)
    return SiteFile(addresses.stylesheet("families"), "".join(rules))
