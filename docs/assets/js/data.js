// Loads the site's data files. They are scripts, not JSON, so that a copy opened from a folder can load them too.
import { ROOT, VERSION } from "./address.js"

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
export async function load(name, part) {
  const key = part === undefined ? name : `${name}-${part}`
  const { folder } = await loadFrom(VERSION, "versions")
  return loadFrom(`${folder}/${key}.js`, key)
}

/**
 * Load a data file from a path below the site, once; `name` is what the file calls itself.
 * @param {string} path
 * @param {string} name
 * @returns {Promise<any>}
 */
export function loadFrom(path, name) {
  const file = loaded.get(name) ?? fetchScript(path, name)
  loaded.set(name, file)
  return file
}

/**
 * @param {string} path
 * @param {string} name
 */
function fetchScript(path, name) {
  return new Promise((resolve, reject) => {
    waiting.set(name, resolve)
    const script = document.createElement("script")
    script.src = new URL(path, ROOT).href
    script.onerror = () => reject(new Error(`There is no data file ${name}.`))
    document.head.append(script)
  })
}
