// Loads the site's data files. They are scripts, not JSON, so that a copy opened from a folder can load them too.
import { ROOT } from "./address.js"

/** @type {Map<string, (value: any) => void>} */
const waiting = new Map()
/** @type {Map<string, Promise<any>>} */
const loaded = new Map()

/** @type {(name: string, value: unknown) => void} */
const receive = (name, value) => waiting.get(name)?.(value)
Object.assign(globalThis, { hsData: receive })

/**
 * Load a data file by name, or one of its parts, once; the promise is rejected if it cannot be loaded.
 * @template {keyof DataFiles} Name
 * @param {Name} name
 * @param {number} [part]
 * @returns {Promise<DataFiles[Name]>}
 */
export function load(name, part) {
  const key = part === undefined ? name : `${name}-${part}`
  const file = loaded.get(key) ?? fetchScript(key)
  loaded.set(key, file)
  return file
}

/** @param {string} name */
function fetchScript(name) {
  return new Promise((resolve, reject) => {
    waiting.set(name, resolve)
    const script = document.createElement("script")
    script.src = new URL(`data/${name}.js`, ROOT).href
    script.onerror = () => reject(new Error(`There is no data file ${name}.`))
    document.head.append(script)
  })
}
