// What readers can do with the diagrams of a page: loaded only where there is one.
const architecture = document.querySelector("[data-architecture]:has([data-diagram])")
if (architecture) {
  import("./flows.js").then(({ followFlows }) => followFlows(architecture))
  import("./zoom.js").then(({ zoom }) => each(zoom))
  import("./download.js").then(({ offerDownload }) => each(offerDownload))
}

function each(equip) {
  for (const figure of architecture.querySelectorAll("[data-diagram]")) equip(figure)
}
