// The libraries that the site ships are those that package-lock.json names.
import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { test } from "node:test"

const ROOT = new URL("../../", import.meta.url)
const read = (/** @type {string} */ path) => readFile(new URL(path, ROOT), "utf8")

for (const name of ["codemirror", "minisearch", "ts-fsrs"]) {
  test(`${name} is shipped in the version of the lock file, with its licence`, async () => {
    const { version } = JSON.parse(await read("package-lock.json")).packages[`node_modules/${name}`]
    const [first] = (await read(`docs/assets/js/vendor/${name}.js`)).split("\n")
    assert.ok(first.startsWith(`// ${name} ${version},`), "Run `python scripts/vendor.py`.")
    assert.match(await read(`docs/assets/js/vendor/${name}-LICENSE.txt`), /Permission is hereby granted/)
  })
}

test("the lock file pins by hash and names no registry", async () => {
  const packages = Object.entries(JSON.parse(await read("package-lock.json")).packages)
  const installed = packages.filter(([path]) => path)
  assert.ok(installed.length > 0)
  assert.deepEqual(installed.filter(([, { integrity, resolved }]) => !integrity || resolved).map(([path]) => path), [])
})
