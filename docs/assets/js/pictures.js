// Loads the scripts for diagrams if the page has one.
import { parts } from "./element.js"

const architecture = document.querySelector("[data-architecture]:has([data-diagram])")
if (architecture instanceof HTMLElement) equip(architecture)

/** @param {HTMLElement} architecture */
function equip(architecture) {
  const figures = parts(architecture, "[data-diagram]", HTMLElement)
  Promise.all([import("./flows.js"), import("./components.js")]).then(([{ followFlows }, { chooseComponents }]) => {
    const player = followFlows(architecture)
    chooseComponents(architecture, (flow) => player.choose(flow, true))
  })
  import("./eras.js").then(({ chooseEraOf }) => {
    const show = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
      if (target && architecture.contains(target)) chooseEraOf(architecture, target)
    }
    addEventListener("hashchange", show)
    show()
  })
  import("./zoom.js").then(({ zoom }) => figures.forEach(zoom))
  import("./download.js").then(({ offerDownload }) => figures.forEach(offerDownload))
}
