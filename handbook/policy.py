"""What a browser may do on a page of the site, and what else a host says with each file: the only place that knows."""

SOURCES = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # Pagefind, which searches the text, is WebAssembly
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's stylesheets hold its icons as data
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
HEADER_ONLY = ("frame-ancestors",)
"""What browsers take from a header and not from a tag."""
UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
"""Abilities of browsers that no page of ours asks for."""

HASHED = ("assets/", "pagefind/fragment/", "pagefind/index/")
"""How the paths of files begin that carry a hash of their content, in a folder or a name: they may be kept for good."""
FOR_GOOD = "public, max-age=31536000, immutable"
"""The `Cache-Control` of what never changes: a year is the longest that browsers keep anything."""


def policy() -> str:
    """Return the Content-Security-Policy of every page, as a header says it."""
    return _joined(SOURCES)


def policy_of_tag() -> str:
    """Return what a `meta` tag says of the policy, for hosts that send no headers of ours."""
    return _joined({name: value for name, value in SOURCES.items() if name not in HEADER_ONLY})


def policy_while_serving() -> str:
    """Return the same for `mkdocs serve`, which reloads pages by a script inside them."""
    return policy_of_tag().replace("script-src", "script-src 'unsafe-inline'")


def policy_in_a_folder() -> str:
    """Return the same for a copy that is opened from a folder, where by the standard no file is `'self'`."""
    return policy_of_tag().replace("'self'", "'self' file:")


def headers() -> dict[str, str]:
    """Return the headers that a host should send with every file, by name."""
    return {
        "Content-Security-Policy": policy(),
        "Permissions-Policy": ", ".join(f"{ability}=()" for ability in UNUSED),
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
    }


def _joined(sources: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in sources.items())
