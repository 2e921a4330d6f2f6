"""Make the screenshot of the README from the built site; requires `make build` and what `make test` installs."""

from pathlib import Path

from site_in_browser import site_in_browser

SITE = Path("site")
PICTURE = Path("docs/assets/images/screenshot.png")
PAGE = "case-studies/stack-overflow/"
SIZE = {"width": 1280, "height": 960}


def main() -> None:
    """Run the command."""
    with site_in_browser(SITE) as (browser, address):
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        page.goto(f"{address}{PAGE}", wait_until="networkidle")
        page.screenshot(path=PICTURE)
    print(PICTURE)


if __name__ == "__main__":
    main()
