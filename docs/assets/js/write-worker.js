// The worker of the editor: starts Python, loads the generator and the archive of the content, and answers questions.
import { ROOT, VERSION } from "./address.js"

/** @typedef {{ check: (file: string, text: string, moment: string) => string, page: (file: string, text: string) => string,
 *   line: (file: string, text: string, anchor: string) => string, new: (kind: string, id: string) => string,
 *   start: () => string, laid_out: (answers: string) => void }} Desk `Desk` of handbook/desk.py */
/** @typedef {{ FS: { writeFile: (path: string, text: string) => void }, runPython: (code: string) => any,
 *   unpackArchive: (content: ArrayBuffer, format: string, options: { extractDir: string }) => void,
 *   pyimport: (name: string) => any }} Python */

const PYTHON = new URL("../python/", import.meta.url)
const FOLDER = "packages"

const desk = start()
/** @type {Promise<(graph: unknown) => Promise<unknown>> | undefined} */
let engine

/** @type {Record<string, (...values: any[]) => Promise<unknown>>} */
const ANSWERS = {
  start: async () => JSON.parse((await desk).start()),
  new: async (kind, id) => JSON.parse((await desk).new(kind, id)),
  check: async (file, text) => JSON.parse((await desk).check(file, text, new Date().toISOString())),
  line: async (file, text, anchor) => JSON.parse((await desk).line(file, text, anchor)),
  page: async (file, text) => page(await desk, file, text),
}

addEventListener("message", async ({ data: { id, question, values } }) => {
  try {
    postMessage({ id, answer: await ANSWERS[question](...values) })
  } catch (error) {
    postMessage({ id, fault: `${error instanceof Error ? error.message : error}` })
  }
})

/** @returns {Promise<Desk>} */
async function start() {
  const [archive, packages, own, python] = await Promise.all([archived(), fetched(at("packages.zip")), fetched(at("handbook.zip")), runtime()])
  for (const content of [packages, own]) python.unpackArchive(content, "zip", { extractDir: FOLDER })
  python.runPython(`import os, sys; sys.path.insert(0, os.path.abspath(${JSON.stringify(FOLDER)}))`)
  return python.pyimport("handbook.desk").Desk(new TextDecoder().decode(archive))
}

/** Return the archive of the content. */
async function archived() {
  const { folder } = await new Promise((resolve, reject) => {
    Object.assign(globalThis, { hsData: (/** @type {string} */ _, /** @type {VersionsData} */ versions) => resolve(versions) })
    import(new URL(VERSION, ROOT).href).catch(reject)
  })
  return fetched(new URL(`${folder}/archive.json`, ROOT))
}

/** @returns {Promise<Python>} */
async function runtime() {
  const { loadPyodide } = await import(at("pyodide.mjs").href)
  return loadPyodide({ indexURL: PYTHON.href, packageBaseUrl: PYTHON.href })
}

/** @param {string} name */
function at(name) {
  return new URL(name, PYTHON)
}

/** @param {URL} address */
async function fetched(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address.pathname.split("/").at(-1)} is missing`)
  return response.arrayBuffer()
}

/**
 * Return the page of a file, with each diagram in its final layout.
 * @param {Desk} desk
 * @param {string} file
 * @param {string} text
 */
async function page(desk, file, text) {
  const { html, drawings } = JSON.parse(desk.page(file, text))
  const wanted = Object.entries(drawings)
  if (!wanted.length) return html
  const layOut = await (engine ??= elk())
  const answers = []
  for (const [name, graph] of wanted) answers.push([name, await layOut(graph)])
  desk.laid_out(JSON.stringify(Object.fromEntries(answers)))
  return JSON.parse(desk.page(file, text)).html
}

async function elk() {
  const { ELK, answer } = await import(at("elk.mjs").href)
  const made = new ELK()
  self.onmessage = null // in a worker, ELK takes all messages
  return (/** @type {unknown} */ graph) => answer(made, graph)
}
