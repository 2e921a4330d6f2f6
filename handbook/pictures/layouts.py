"""The layouts of all diagrams of a site, requested from the engine in one batch and looked up by request."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from handbook.pictures.diagram import Diagram, Draft
from handbook.pictures.graph import Graph
from handbook.pictures.layout import Engine
from handbook.pictures.rows import in_rows
from handbook.pictures.silhouette import Silhouette, silhouette


def key_of(request: Graph) -> str:
    """Return the cache key of a request."""
    return sha256(json.dumps(request, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Layouts:
    """The answers of an engine by request key; it is asked one by one for others, which without it are in rows."""

    answers: Mapping[str, Graph] = field(default_factory=dict)
    engine: Engine | None = None

    def diagram(self, draft: Draft) -> Diagram:
        """Return the diagram of a draft."""
        if not draft.is_drawn:
            return draft.not_drawn()
        return draft.drawn(self._answer(draft) or in_rows([draft.request])[0])

    def silhouette(self, draft: Draft) -> Silhouette | None:
        """Return the silhouette of a draft, or None if there is no layout or nothing to draw."""
        answer = self._answer(draft) if draft.is_drawn else None
        return silhouette(answer) if answer and answer["children"] else None

    def _answer(self, draft: Draft) -> Graph | None:
        answer = self.answers.get(key_of(draft.request))
        return self.engine([draft.request])[0] if answer is None and self.engine else answer


def lay_out(drafts: Iterable[Draft], engine: Engine) -> Layouts:
    """Return the layouts of `drafts`, with one call of the engine for all distinct requests."""
    requests = {key_of(request): request for request in (draft.request for draft in drafts if draft.is_drawn)}
    return Layouts(dict(zip(requests, engine(list(requests.values())), strict=True)))
