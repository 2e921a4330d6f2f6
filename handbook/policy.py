"""The Content-Security-Policy of the pages, and the other headers that a host should send."""

SOURCES = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # Python in the editor is WebAssembly
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
"""Directives that browsers accept in a header, but not in a `meta` tag."""
UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
"""Browser features that no page uses."""

HASHED = ("assets/",)
"""Path prefixes of files whose path contains a hash of their content, so that they can be cached forever."""
FOR_GOOD = "public, max-age=31536000, immutable"
"""The `Cache-Control` of files that never change: a year, the longest that browsers cache."""


def policy() -> str:
    """Return the Content-Security-Policy of all pages, as the value of a header."""
    return _joined(SOURCES)


def policy_of_tag() -> str:
    """Return the policy for a `meta` tag, for hosts on which we cannot set headers."""
    return _joined({name: value for name, value in SOURCES.items() if name not in HEADER_ONLY})


def policy_while_serving() -> str:
    """Return the policy for `mkdocs serve`, which reloads pages with an inline script."""
    return policy_of_tag().replace("script-src", "script-src 'unsafe-inline'")


def policy_in_a_folder() -> str:
    """Return the policy for an offline copy: by the standard, `'self'` does not match files in a folder."""
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
