// Opens addresses in Lighthouse, as on a phone, and prints a line of JSON for each run: see scripts/lighthouse.py.
import { launch } from "chrome-launcher"
import lighthouse from "lighthouse"

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
const { program, flags, addresses, runs } = JSON.parse(process.argv[2])
const chrome = await launch({ chromePath: program, chromeFlags: [...flags, "--headless=new"], logLevel: "error" })

for (const address of addresses) {
  for (let run = 0; run < runs; run++) {
    const found = await lighthouse(address, { port: chrome.port, logLevel: "error", onlyCategories: CATEGORIES })
    process.stdout.write(`${JSON.stringify(shortened(address, found.lhr))}\n`)
  }
}
chrome.kill()

/** Return what counts of a report: scores from 0 to 100, what failed, what was loaded, and how far the page shifted. */
function shortened(address, { categories, audits, runtimeError }) {
  if (runtimeError) throw new Error(`${address}: ${runtimeError.message}`)
  const scores = CATEGORIES.map((name) => Math.round(categories[name].score * 100))
  const loaded = audits["network-requests"].details.items.map((item) => [item.resourceType, item.url, item.transferSize])
  return { address, scores, loaded, failed: failures(categories, audits), shift: audits["cumulative-layout-shift"].numericValue,
    times: Object.fromEntries(["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index"].map((name) => [name, Math.round(audits[name].numericValue)])) }
}

/** Return the ids of audits that take points, by category. */
function failures(categories, audits) {
  const all = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
  return all.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 0.9).map(({ id }) => id)
}
