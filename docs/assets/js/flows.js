// Follow a flow in the diagram: its steps light up in order, numbered, with the step's words beside them.
const SVG = "http://www.w3.org/2000/svg"
const RADIUS = 9

/** Let the reader choose a flow and walk through its steps; what is said and drawn comes from the lists below the diagram. */
export function followFlows(architecture) {
  const player = architecture.querySelector("[data-player]")
  const panel = architecture.querySelector("[data-player-step]")
  if (!player) return
  const buttons = [...architecture.querySelectorAll("[data-follow]")]
  let steps = []
  let now = 0

  for (const button of buttons) {
    button.hidden = false
    button.addEventListener("click", () => choose(button.dataset.follow, !player.contains(button)))
  }
  for (const button of panel.querySelectorAll("[data-move]")) {
    button.addEventListener("click", () => move(Number(button.dataset.move)))
  }
  for (const place of [player, panel]) {
    place.addEventListener("keydown", ({ key }) => move({ ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0))
  }
  architecture.addEventListener("change", ({ target }) => target.name === "era" && choose(""))
  player.hidden = false

  function choose(flow, scroll = false) {
    const section = flow && document.getElementById(flow)
    if (section) showAnEraOf(architecture, section)
    steps = section ? [...section.querySelectorAll("[data-step]")].filter((step) => step.checkVisibility()) : []
    for (const button of player.children) button.setAttribute("aria-pressed", button.dataset.follow === flow)
    panel.hidden = steps.length === 0
    for (const svg of architecture.querySelectorAll(".hs-diagram__svg")) light(svg, steps)
    show(0)
    if (scroll) player.scrollIntoView({ block: "start" })
  }

  function move(by) {
    if (!by || !steps.length) return
    show((now + by + steps.length) % steps.length)
    nodeOf(architecture, steps[now].dataset.step.split(" ")[1])?.scrollIntoView({ block: "center", inline: "nearest" })
  }

  function show(number) {
    now = number
    for (const part of architecture.querySelectorAll(".is-now")) part.classList.remove("is-now")
    if (!steps.length) return
    for (const part of partsOf(architecture, steps[now])) part.classList.add("is-now")
    for (const badge of architecture.querySelectorAll(`[data-steps~="${now + 1}"]`)) badge.classList.add("is-now")
    say(panel.querySelector("[data-player-words]"), steps[now], now + 1, steps.length)
  }
}

/** Choose an era in which the flow has steps, if none is chosen: the one whose diagram is shown, or else the first. */
function showAnEraOf(architecture, section) {
  if (!architecture.querySelector(".hs-era-0")?.checked) return
  const shown = [...architecture.querySelectorAll("[data-diagram]")].find((figure) => figure.checkVisibility())
  const eras = section.dataset.eras.split(" ")
  const era = eras.includes(shown.dataset.eras) ? shown.dataset.eras : eras[0]
  architecture.querySelector(`.hs-era-${era}`).checked = true
}

function light(svg, steps) {
  for (const part of svg.querySelectorAll(".is-lit")) part.classList.remove("is-lit")
  for (const badge of svg.querySelectorAll(".b")) badge.remove()
  svg.classList.toggle("is-following", steps.length > 0)
  const numbers = new Map()
  steps.forEach((step, index) => {
    for (const part of partsOf(svg, step)) {
      if (!part.classList.contains("is-lit")) part.style.setProperty("--step", index)
      part.classList.add("is-lit")
    }
    const carrier = lineOf(svg, step) ?? nodeOf(svg, step.dataset.step.split(" ")[0])
    if (carrier) numbers.set(carrier, [...(numbers.get(carrier) ?? []), index + 1])
  })
  for (const [carrier, those] of numbers) svg.append(badge(carrier, those))
}

/** The line and the nodes of a step. */
function partsOf(picture, step) {
  const nodes = step.dataset.step.split(" ").map((name) => nodeOf(picture, name))
  return [lineOf(picture, step), ...nodes].filter(Boolean)
}

function lineOf(picture, step) {
  const [start, end] = step.dataset.step.split(" ")
  return visible(picture, `[data-line="${start} ${end}"], [data-line="${end} ${start}"]`)
}

function nodeOf(picture, name) {
  return visible(picture, `[data-node="${name}"]`)
}

function visible(picture, selector) {
  return [...picture.querySelectorAll(selector)].find((part) => part.closest("svg").checkVisibility())
}

/** The numbers of steps on a line, or at the corner of a component that does something by itself. */
function badge(carrier, numbers) {
  const text = numbers.join(", ")
  const { x, y } = placeOf(carrier)
  const group = document.createElementNS(SVG, "g")
  group.classList.add("b", "is-lit")
  group.dataset.steps = numbers.join(" ")
  group.style.setProperty("--step", numbers[0] - 1)
  const circle = document.createElementNS(SVG, "circle")
  circle.setAttribute("r", Math.max(RADIUS, text.length * 4))
  const label = document.createElementNS(SVG, "text")
  label.setAttribute("y", 4)
  label.textContent = text
  group.append(circle, label)
  group.setAttribute("transform", `translate(${Math.round(x)} ${Math.round(y)})`)
  return group
}

function placeOf(carrier) {
  if (carrier.dataset.line) return carrier.getPointAtLength(carrier.getTotalLength() / 2)
  const { x, y, width } = carrier.querySelector("rect").getBBox()
  return { x: x + width, y }
}

/** Say a step in the words of the list. */
function say(place, step, number, count) {
  const line = document.createElement("p")
  line.className = "hs-player__count"
  line.textContent = `Step ${number} of ${count}`
  place.replaceChildren(line, ...[...step.children].map((child) => child.cloneNode(true)))
}
