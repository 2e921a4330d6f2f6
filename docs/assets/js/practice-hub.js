// The index of the practice pages: what is due, what was done, and export and import of the progress.
import { load } from "./data.js"
import { part, parts } from "./element.js"
import { counted, parsed, written } from "./practice-progress.js"
import { due } from "./practice-schedule.js"
import { advice, calibration } from "./practice-score.js"
import { tally } from "./practice-next.js"
import { clear, notice, progress, record } from "./practice-store.js"
import { readOf } from "./reading-path.js"
import { save } from "./save.js"

const box = part(document, "[data-progress]", HTMLElement)
const said = part(box, "[data-progress-said]", HTMLElement)
const file = part(box, "[data-progress-import]", HTMLInputElement)

/** @type {Record<string, () => string>} */
const TOLD = {
  recall: () => {
    const { cards } = progress()
    return Object.keys(cards).length ? `${due(cards, Date.now()).length} due today, ${Object.keys(cards).length} seen` : ""
  },
  decide: () => tally(progress().decisions),
  estimate: () => {
    const found = calibration(Object.values(progress().estimates))
    return found.count ? `${found.inside} of your ${found.count} ranges had the true value. ${advice(found)}` : ""
  },
}

function show() {
  for (const line of parts(document, "[data-tells]", HTMLElement)) {
    line.textContent = TOLD[line.dataset.tells ?? ""]?.() ?? ""
    line.hidden = !line.textContent
  }
  part(box, "[data-progress-what]", HTMLElement).textContent = `So far: ${counted(progress())}.`
  showPaths()
}

async function showPaths() {
  const { pages } = progress()
  if (!Object.keys(pages).length) return
  const data = await load("paths")
  for (const line of parts(document, "[data-path-progress]", HTMLElement)) {
    line.textContent = readOf(data, line.dataset.pathProgress ?? "", pages)
  }
}

part(box, "[data-progress-export]", HTMLElement).addEventListener("click", () => {
  save(new Blob([written(progress())], { type: "application/json" }), "how-it-scaled-progress.json")
})
part(box, "[data-progress-clear]", HTMLElement).addEventListener("click", () => {
  if (!confirm("Delete all your answers, grades and ticks from this browser?")) return
  clear()
  said.textContent = "Everything is deleted."
  show()
})
file.addEventListener("change", async () => {
  const [chosen] = file.files ?? []
  if (!chosen) return
  try {
    const imported = parsed(await chosen.text())
    record(imported)
    said.textContent = `Imported ${counted(imported)}; of what both had, the later answer counts.`
  } catch (error) {
    said.textContent = error instanceof Error ? error.message : "This file is not readable."
  }
  file.value = ""
  show()
})
box.before(...[notice()].flatMap((made) => made ?? []))
box.hidden = false
show()
