// What readers can do with the diagrams of a page: loaded only where there is one.
import { parts } from "./element.js"

const architecture = document.querySelector("[data-architecture]:has([data-diagram])")
if (architecture instanceof HTMLElement) equip(architecture)

/** @param {HTMLElement} architecture */
function equip(architecture) {
  const figures = parts(architecture, "[data-diagram]", HTMLElement)
  import("./flows.js").then(({ followFlows }) => followFlows(architecture))
  import("./zoom.js").then(({ zoom }) => figures.forEach(zoom))
  import("./download.js").then(({ offerDownload }) => figures.forEach(offerDownload))
}
