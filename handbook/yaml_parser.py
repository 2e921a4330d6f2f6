"""The YAML parser: libyaml if PyYAML includes it, else PyYAML's own, adapted to accept what libyaml accepts."""

import re
from typing import Any, NoReturn

import yaml
from yaml.events import ScalarEvent
from yaml.parser import Parser, ParserError
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken, TagToken

HEX = "[0-9A-Fa-f]"
ESCAPE = (
    rf'[0abtnvfre "/\\N_LP]|x{HEX}{{2}}|(?:u|U0000)(?![Dd][89A-Fa-f]){HEX}{{4}}'
    rf"|U000[1-9A-Fa-f]{HEX}{{4}}|U0010{HEX}{{4}}"
)
WELL_ESCAPED = re.compile(rf'"(?:[^"\\\0\n]|\\?\n(?!(?:---|\.\.\.)[\0 \n])|\\(?:{ESCAPE}))*')
BYTE, NEXT_BYTE = rf"%[0-7]{HEX}", rf"%[89ABab]{HEX}"
LETTER = rf"%[CDcd]{HEX}{NEXT_BYTE}|%[Ee]{HEX}(?:{NEXT_BYTE}){{2}}|%[Ff][0-7](?:{NEXT_BYTE}){{3}}"
URI = rf"(?:[\w;/?:@&=+$.!~*'()-]|{BYTE}|{LETTER})"
TAG = re.compile(rf"!<(?:[,\[\]]|{URI})+>|(?P<handle>![\w-]*!){URI}+|!(?![\w-]*!){URI}*", re.ASCII)
BYTES = re.compile(rf"%({HEX}{{2}})".encode())
BLOCK_HEADER = re.compile("[+-][1-9]?|[1-9][+-]?|")
WORD_IN_FLOW = re.compile(r"(?:[^\0 \n:,\[\]{}]|:(?![\0 \n,?\[\]{}]))*")


class PythonParser(Reader, Scanner, Parser):
    """PyYAML's own parser, with the rules of libyaml where they differ. The text must not contain tabs or CR."""

    def __init__(self, text: str) -> None:
        """Start parsing `text`."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_plain(self) -> Any:
        """Accept a `?` in a text between brackets, and refuse a `:` before a bracket or comma."""
        if not self.flow_level:
            return super().scan_plain()
        pieces: list[str] = []
        spaces: list[str] | None = []
        start = end = self.get_mark()
        while spaces is not None and self.peek() != "#" and (word := self._word_in_flow(start)):
            self.allow_simple_key = False
            pieces += [*spaces, word]
            end = self.get_mark()
            spaces = self.scan_plain_spaces(0, start) or None
        return ScalarToken("".join(pieces), True, start, end)

    def _word_in_flow(self, start: Any) -> str:
        word = self._take(WORD_IN_FLOW)
        if self.peek() == ":" and self.peek(1) in ",?[]{}":
            self._refuse("while scanning a plain scalar", start, "found unexpected ':'")
        return word

    def scan_block_scalar_indicators(self, start_mark: Any) -> tuple[bool | None, int | None]:
        """Accept a comment directly after the indicator: `>#`."""
        found = self._take(BLOCK_HEADER)
        size = found.strip("+-")
        return (None if size == found else "+" in found, int(size) if size else None)

    def scan_flow_scalar(self, style: str) -> Any:
        """Refuse an invalid escape at the place where it begins."""
        start = self.get_mark()
        if style == '"':
            fine = WELL_ESCAPED.match(self.buffer, self.pointer)
            if fine and self.buffer[fine.end()] == "\\" and self.buffer[fine.end() + 1] != "\n":
                after = 2 if self.buffer[fine.end() + 1] in "xuU" else 0
                self.forward(fine.end() - self.pointer + after)
                self._refuse("while parsing a quoted scalar", start, "found unknown escape character")
        return super().scan_flow_scalar(style)

    def scan_tag(self) -> Any:
        """Accept the same tag characters as libyaml: no brackets and no commas."""
        start = self.get_mark()
        found = TAG.match(self.buffer, self.pointer)
        end = found.end() if found else self.pointer
        if not found or self.buffer[end] not in ("\0 \n," if self.flow_level else "\0 \n"):
            self._refuse("while scanning a tag", start, "did not find expected whitespace or line break")
        BYTES.sub(_byte, self.buffer[self.pointer : end].encode()).decode()  # raises the same error as with libyaml
        self.forward(end - self.pointer)
        return TagToken((found["handle"] or "!", "x"), start, self.get_mark())

    def parse_node(self, block: bool = False, indentless_sequence: bool = False) -> Any:
        """Scan the token after a tag before resolving its handle, as libyaml does."""
        try:
            return super().parse_node(block, indentless_sequence)
        except ParserError:
            self.peek_token()
            raise

    def parse_flow_sequence_entry_mapping_key(self) -> Any:
        """Drop the token after a `?` without a key, as libyaml does."""
        start = self.peek_token().end_mark
        event = super().parse_flow_sequence_entry_mapping_key()
        if isinstance(event, ScalarEvent) and event.start_mark is start:
            self.get_token()
        return event

    def _take(self, pattern: re.Pattern[str]) -> str:
        """Return the text that `pattern` matches here, and move past it."""
        found = pattern.match(self.buffer, self.pointer)
        text = found[0] if found else ""
        self.forward(len(text))
        return text

    def _refuse(self, context: str, start: Any, found: str) -> NoReturn:
        raise ScannerError(context, start, found, self.get_mark())


def _byte(escape: re.Match[bytes]) -> bytes:
    return bytes.fromhex(escape[1].decode())


EventParser: Any = getattr(yaml, "CSafeLoader", None) or PythonParser
"""The parser class. It takes a text; `get_event` returns the next event, or None after the last."""
