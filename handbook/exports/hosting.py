"""The headers of the policy in the formats of several hosts."""

from collections.abc import Iterator

from handbook import addresses, policy
from handbook.exports.data import SiteFile

NGINX = """\
map $uri $how_it_scaled_cache {{
    default "no-cache";
    ~^/({hashed}) "{lasting}";
}}

server {{
    listen 80;
    server_name how-it-scaled.example;
    root /srv/how-it-scaled/site;
    error_page 404 /404.html;
    absolute_redirect off;

{headers}

    location / {{
        try_files $uri $uri/ =404;
    }}
}}
"""


def headers_file() -> SiteFile:
    """Return the headers file of Netlify and Cloudflare Pages: paths, each followed by its headers."""
    return SiteFile(addresses.headers_file(), "".join(_rules()))


def _rules() -> Iterator[str]:
    yield _rule("/*", policy.headers())
    for start in policy.HASHED:
        yield _rule(f"/{start}*", {"Cache-Control": policy.FOR_GOOD})


def _rule(path: str, headers: dict[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def nginx() -> str:
    """Return the nginx configuration that docs/contribute/hosting.md shows."""
    headers = [f'    add_header {name} "{value}" always;' for name, value in policy.headers().items()]
    headers.append("    add_header Cache-Control $how_it_scaled_cache always;")
    return NGINX.format(hashed="|".join(policy.HASHED), lasting=policy.FOR_GOOD, headers="\n".join(headers))
