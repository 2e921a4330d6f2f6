// Zoom and pan a diagram inside its frame.
const STEP = 1.25
const LARGEST = 4
const DRAG = 4

/** Equip a diagram with buttons to zoom, and let a mouse drag it when it is larger than its frame. */
export function zoom(figure) {
  const frame = figure.querySelector(".hs-diagram__frame")
  const svg = frame.querySelector("svg")
  const tools = figure.querySelector("[data-diagram-tools]")

  const change = {
    in: () => scaleTo(svg.clientWidth * STEP),
    out: () => scaleTo(svg.clientWidth / STEP),
    fit: () => {
      svg.style.width = ""
      frame.classList.remove("is-zoomed")
    },
  }
  for (const button of tools.querySelectorAll("[data-zoom]")) button.addEventListener("click", change[button.dataset.zoom])
  tools.hidden = false
  letDrag(frame)

  function scaleTo(width) {
    const natural = svg.viewBox.baseVal.width
    svg.style.width = `${Math.min(Math.max(width, natural / LARGEST), natural * LARGEST)}px`
    frame.classList.add("is-zoomed")
  }
}

function letDrag(frame) {
  let from = null
  frame.addEventListener("pointerdown", (event) => {
    const larger = frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight
    if (event.pointerType !== "mouse" || event.button !== 0 || !larger || event.target.closest("text")) return
    from = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop, id: event.pointerId }
  })
  frame.addEventListener("pointermove", (event) => {
    if (!from) return
    const x = from.x - event.clientX
    const y = from.y - event.clientY
    if (Math.hypot(x - frame.scrollLeft, y - frame.scrollTop) < DRAG) return
    if (!frame.classList.contains("is-dragged")) frame.setPointerCapture(from.id)
    frame.classList.add("is-dragged")
    frame.scrollTo(x, y)
  })
  for (const end of ["pointerup", "pointercancel"]) {
    frame.addEventListener(end, () => {
      from = null
      frame.classList.remove("is-dragged")
    })
  }
}
