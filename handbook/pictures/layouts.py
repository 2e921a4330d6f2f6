"""The layouts of all diagrams of a site: asked of the engine at once, and looked up by what was asked."""

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
    """Return what a request is known by: the same request, the same key."""
    return sha256(json.dumps(request, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Layouts:
    """Answers of an engine by the keys of the requests; what it was not asked is laid out in rows."""

    answers: Mapping[str, Graph] = field(default_factory=dict)

    def diagram(self, draft: Draft) -> Diagram:
        """Return a draft as a diagram."""
        if not draft.is_drawn:
            return draft.not_drawn()
        request = draft.request
        answer = self.answers.get(key_of(request))
        return draft.drawn(answer or in_rows([request])[0])

    def silhouette(self, draft: Draft) -> Silhouette | None:
        """Return what is left of a draft where there is no room for words, or None where nothing is drawn."""
        answer = self.answers.get(key_of(draft.request)) if draft.is_drawn else None
        return silhouette(answer) if answer and answer["children"] else None


def lay_out(drafts: Iterable[Draft], engine: Engine) -> Layouts:
    """Return the layouts of `drafts`; the engine is asked once, and not twice for the same."""
    requests = {key_of(request): request for request in (draft.request for draft in drafts if draft.is_drawn)}
    return Layouts(dict(zip(requests, engine(list(requests.values())), strict=True)))
