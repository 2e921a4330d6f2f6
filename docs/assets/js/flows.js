// Follow a flow in the diagram: highlight and number its steps, and show the text of the current step.
import { element, part, parts } from "./element.js"
import { chooseEraOf, chosenEra, isInEra } from "./eras.js"
import { endsOf, light, partsOf, visible } from "./flows-light.js"
import { readChoice, withChoice } from "./flows-state.js"

/** The prefix of the anchors of flows. */
const FLOW = "flow-"
const ALL = "all"

/**
 * Let readers choose a flow and step through it. The steps and their text come from the lists below the diagram.
 * @param {HTMLElement} architecture
 */
export function followFlows(architecture) {
  const player = new Player(architecture)
  player.start()
  return player
}

/** The controls to choose an era and a flow, and to step through the flow. */
class Player {
  /** @type {HTMLElement[]} */
  #steps = []
  #now = 0
  #flow = ""

  /** @param {HTMLElement} architecture */
  constructor(architecture) {
    this.architecture = architecture
    this.player = parts(architecture, "[data-player]", HTMLElement)[0]
    this.panel = part(architecture, "[data-player-step]", HTMLElement)
    this.words = part(this.panel, "[data-player-words]", HTMLElement)
  }

  start() {
    this.#addButtons()
    for (const button of parts(this.architecture, "[data-follow]", HTMLElement)) {
      button.addEventListener("click", () => this.choose(button.dataset.follow ?? "", !this.player?.contains(button)))
    }
    for (const button of parts(this.panel, "[data-move]", HTMLElement)) {
      button.addEventListener("click", () => this.#move(Number(button.dataset.move)))
    }
    for (const place of this.player ? [this.player, this.panel] : []) {
      place.addEventListener("keydown", ({ key }) => this.#move({ ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0))
    }
    this.architecture.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === "era") this.choose("")
    })
    if (this.player) this.player.hidden = false
    this.#restore()
  }

  /** Add a button for each flow above the diagram, and one at the flow itself. */
  #addButtons() {
    if (!this.player) return
    this.player.append(flowButton("Whole system", "", { "aria-pressed": "true" }))
    for (const flow of parts(this.architecture, ".hs-flow", HTMLElement)) {
      const { name = "", eras } = flow.dataset
      this.player.append(flowButton(name, flow.id, { "aria-pressed": "false", "data-eras": eras }))
      part(flow, "h3", HTMLElement).append(" ", flowButton("Follow in the picture", flow.id, { class: "hs-follow" }))
    }
  }

  /** Choose the era and the flow in the address of the page. */
  #restore() {
    const { era, flow } = readChoice(location.href)
    const radio = parts(this.architecture, '[name="era"]', HTMLInputElement).find(({ value }) => value === (era === ALL ? "" : era))
    if (radio) radio.checked = true
    if (flow && document.getElementById(FLOW + flow)) this.choose(FLOW + flow)
  }

  /** Write the choice into the address of the page; omit the default era. */
  #remember() {
    const [era] = parts(this.architecture, '[name="era"]:checked', HTMLInputElement)
    const choice = { era: era && !era.defaultChecked ? era.value || ALL : "", flow: this.#flow.slice(FLOW.length) }
    history.replaceState(history.state, "", withChoice(location.href, choice))
  }

  /**
   * @param {string} flow its anchor; empty for none
   * @param {boolean} scroll
   */
  choose(flow, scroll = false) {
    const section = flow && document.getElementById(flow)
    if (section) chooseEraOf(this.architecture, section)
    this.#flow = flow
    const era = chosenEra(this.architecture)
    const steps = section ? parts(section, "[data-step]", HTMLElement) : []
    this.#steps = steps.filter((step) => isInEra(step, era))
    for (const button of this.player ? parts(this.player, ":scope > *", HTMLElement) : []) {
      button.setAttribute("aria-pressed", `${button.dataset.follow === flow}`)
    }
    this.panel.hidden = this.#steps.length === 0
    for (const svg of parts(this.architecture, ".hs-diagram__svg", SVGSVGElement)) light(svg, this.#steps)
    this.#show(0)
    this.#remember()
    if (scroll) this.player?.scrollIntoView({ block: "start" })
  }

  /** @param {number} by */
  #move(by) {
    const count = this.#steps.length
    if (!by || !count) return
    this.#show((this.#now + by + count) % count)
    const [, end] = endsOf(this.#steps[this.#now])
    visible(this.architecture, `[data-node="${end}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  /** @param {number} number */
  #show(number) {
    this.#now = number
    for (const lit of this.architecture.querySelectorAll(".is-now")) lit.classList.remove("is-now")
    if (!this.#steps.length) return
    const badges = this.architecture.querySelectorAll(`[data-steps~="${number + 1}"]`)
    for (const lit of [...partsOf(this.architecture, this.#steps[number]), ...badges]) lit.classList.add("is-now")
    this.#say(this.#steps[number])
  }

  /**
   * Show the text of a step.
   * @param {HTMLElement} step
   */
  #say(step) {
    const count = element("p", { class: "hs-player__count" }, `Step ${this.#now + 1} of ${this.#steps.length}`)
    this.words.replaceChildren(count, ...[...step.children].map((child) => child.cloneNode(true)))
  }
}

/**
 * @param {string} words
 * @param {string} flow its anchor; empty for none
 * @param {Record<string, string | undefined>} attributes
 */
function flowButton(words, flow, attributes) {
  return element("button", { type: "button", "data-follow": flow, ...attributes }, words)
}
