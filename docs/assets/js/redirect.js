// Redirects an old address to the new one, and keeps the query and the fragment.
const target = new URL(document.links[0].href)
target.search = location.search
target.hash = location.hash
location.replace(target)
