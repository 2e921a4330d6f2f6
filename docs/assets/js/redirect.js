// Lead from an old address to the new one, with the fragment and the query that the old one was asked for with.
const target = new URL(document.links[0].href)
target.search = location.search
target.hash = location.hash
location.replace(target)
