// The site's own data files. They are scripts, not JSON, so that a copy opened from a folder can read them, too.
const ROOT = new URL("../../data/", import.meta.url)
const waiting = new Map()

globalThis.hsData = (name, value) => waiting.get(name)?.(value)

const loaded = new Map()

/** Load the data file of that name, once; the promise fails if it cannot be had. */
export function load(name) {
  if (!loaded.has(name)) loaded.set(name, fetchScript(name))
  return loaded.get(name)
}

function fetchScript(name) {
  return new Promise((resolve, reject) => {
    waiting.set(name, resolve)
    const script = document.createElement("script")
    script.src = new URL(`${name}.js`, ROOT)
    script.onerror = () => reject(new Error(`There is no data file ${name}.`))
    document.head.append(script)
  })
}
