"""The MkDocs page class for pages of the handbook."""

from functools import cached_property

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from handbook import addresses
from handbook.doors.reports import report_address
from handbook.renderer import Content, SitePage
from handbook.site import TITLE

NOTHING = Content("", {})


class HandbookPage(Page):
    """A page that becomes HTML without Markdown, so that contributed text is never parsed as Markdown."""

    def __init__(
        self, page: SitePage, file: File, config: MkDocsConfig, has_card: bool, contributors: str = ""
    ) -> None:
        """Set the metadata; everything that the theme prints unescaped is escaped here."""
        super().__init__(str(escape(page.title)), file, config)
        self.source = page
        self.meta = {"title": str(escape(page.title)), "description": str(escape(page.description))}
        self.alternates = [(one.type, str(escape(one.title)), one.url.removeprefix("/")) for one in page.alternates]
        self.report = str(escape(report_address(config.repo_url or "", page.file or page.url).removeprefix("/")))
        self.is_draft = page.draft
        self.contributors = str(escape(contributors))
        if has_card:
            self.meta["card"] = addresses.card(page.card_of or page.url)

    def read_source(self, config: MkDocsConfig) -> None:
        """Set empty Markdown."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set empty content: `fill` sets it when the page is written."""
        self.content = ""
        self.toc = TableOfContents([])

    @property
    def fingerprint(self) -> tuple[object, ...]:
        """What the theme prints apart from the content and the linked data."""
        about = self.url, self.canonical_url, self.edit_url, self.report, self.is_draft, self.contributors
        return (*about, self.meta, self.alternates)

    @cached_property
    def linked_data(self) -> str:
        """The data for search engines."""
        return self.source.linked()

    def fill(self, content: Content) -> None:
        """Set what the theme prints: the content and its table of contents."""
        self.finished = content.html
        title = AnchorLink(self.meta["title"], TITLE, 1)
        title.children = [AnchorLink(str(escape(words)), anchor, 2) for anchor, words in content.sections.items()]
        self.toc = TableOfContents([title])

    def clear(self) -> None:
        """Keep no part of what was printed."""
        self.fill(NOTHING)
        self.__dict__.pop("linked_data", None)
