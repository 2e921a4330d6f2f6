"""All text has a contrast of at least 4.5:1 with its background (WCAG 2.2, success criterion 1.4.3)."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]
LEAST = 4.5
SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}

CONTRASTS = """() => {
    const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
    // Draw a list of colours over each other, and return what is seen: [red, green, blue, alpha].
    const paint = (colours) => {
        pen.clearRect(0, 0, 1, 1)
        for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1) }
        return [...pen.getImageData(0, 0, 1, 1).data]
    }
    const painted = {}
    const mix = (colours) => (painted[colours.join("|")] ??= paint(colours))
    // Return the backgrounds under an element, the first opaque one undermost.
    const grounds = (element) => {
        const layers = []
        for (let at = element; at; at = at.parentElement) {
            layers.unshift(getComputedStyle(at).backgroundColor)
            if (mix([layers[0]])[3] === 255) return layers
        }
        return ["white", ...layers]
    }
    const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)
    const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        && !element.closest(".hs-hidden") && element.getBoundingClientRect().width > 0

    const elements = [...document.querySelectorAll("body *")].filter((element) => hasText(element) && isSeen(element))
    return elements.map((element) => {
        const ground = grounds(element)
        const text = [...ground, getComputedStyle(element).color]
        const [dark, bright] = [light(mix(ground)), light(mix(text))].sort((a, b) => a - b)
        const ratio = (bright + 0.05) / (dark + 0.05)
        return { ratio, text, name: element.className, words: element.textContent.trim().slice(0, 40) }
    })
}"""


def faint(page: Page) -> list[dict[str, Any]]:
    """Return the texts of a page with too little contrast."""
    texts: list[dict[str, Any]] = page.evaluate(CONTRASTS)
    assert len(texts) > 10
    return [text for text in texts if text["ratio"] < LEAST]


def test_text_stands_out(kind_of_page: str, same_tab: NewPage) -> None:
    page = same_tab(kind_of_page)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        expect(page.locator(f"body[data-md-color-scheme={SCHEMES[scheme]}]")).to_be_attached()
        assert faint(page) == [], scheme


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["", "&view=table"])
def test_what_the_finder_shows_stands_out(view: str, scheme: str, new_page: NewPage) -> None:
    page = new_page(f"explore/?technology=redis{view}", color_scheme=scheme)
    assert faint(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_found_text_stands_out(scheme: str, new_page: NewPage) -> None:
    page = new_page("contribute/", color_scheme=scheme)
    page.locator("[data-opens-search]").press("Enter")
    page.keyboard.type("redis")
    expect(page.locator(".hs-search__option mark").first).to_be_visible()
    assert faint(page) == []


@pytest.mark.parametrize(
    ("colour", "ground", "ratio"),
    [
        ("#000", "#fff", 21),
        ("#777", "#fff", 4.48),
        ("rgb(0 0 0 / 50%)", "#fff", 4.0),
        ("#fff", "rgb(0 0 0 / 50%)", 4.0),
        ("oklch(1 0 0)", "oklch(0 0 0)", 21),
    ],
)
def test_contrast_is_computed_as_the_standard_says(colour: str, ground: str, ratio: float, new_page: NewPage) -> None:
    page = new_page(None)
    page.set_content(f'<body style="background: #fff"><p style="color: {colour}; background: {ground}"><b>x</b></p>')
    (text,) = page.evaluate(CONTRASTS)
    assert text["ratio"] == pytest.approx(ratio, abs=0.01)
