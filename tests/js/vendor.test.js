// The library that the site ships is the one that package-lock.json names.
import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { test } from "node:test"

const ROOT = new URL("../../", import.meta.url)
const read = (/** @type {string} */ path) => readFile(new URL(path, ROOT), "utf8")

test("MiniSearch is shipped in the version of the lock file", async () => {
  const { version } = JSON.parse(await read("package-lock.json")).packages["node_modules/minisearch"]
  const [first] = (await read("docs/assets/js/vendor/minisearch.js")).split("\n")
  assert.ok(first.startsWith(`// minisearch ${version},`), "Run `python scripts/vendor.py`.")
})

test("the lock file pins by hash and names no registry", async () => {
  const packages = Object.entries(JSON.parse(await read("package-lock.json")).packages)
  const installed = packages.filter(([path]) => path)
  assert.ok(installed.length > 0)
  assert.deepEqual(installed.filter(([, { integrity, resolved }]) => !integrity || resolved).map(([path]) => path), [])
})
