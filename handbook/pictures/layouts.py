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
    """The answers of an engine by request key; other requests are laid out in rows."""

    answers: Mapping[str, Graph] = field(default_factory=dict)

    def diagram(self, draft: Draft) -> Diagram:
        """Return the diagram of a draft."""
        if not draft.is_drawn:
            return draft.not_drawn()
        request = draft.request
        answer = self.answers.get(key_of(request))
        return draft.drawn(answer or in_rows([request])[0])

    def silhouette(self, draft: Draft) -> Silhouette | None:
        """Return the silhouette of a draft, or None if there is no layout or nothing to draw."""
        answer = self.answers.get(key_of(draft.request)) if draft.is_drawn else None
        return silhouette(answer) if answer and answer["children"] else None


def lay_out(drafts: Iterable[Draft], engine: Engine) -> Layouts:
    """Return the layouts of `drafts`, with one call of the engine for all distinct requests."""
    requests = {key_of(request): request for request in (draft.request for draft in drafts if draft.is_drawn)}
    return Layouts(dict(zip(requests, engine(list(requests.values())), strict=True)))
