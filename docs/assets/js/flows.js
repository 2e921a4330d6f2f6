// Follow a flow in the diagram: its steps light up in order, numbered, with the step's words beside them.
import { element, part, parts } from "./element.js"
import { endsOf, light, partsOf, visible } from "./flows-light.js"

/**
 * Let the reader choose a flow and walk through its steps; what is said and drawn comes from the lists below the diagram.
 * @param {HTMLElement} architecture
 */
export function followFlows(architecture) {
  if (architecture.querySelector("[data-player]")) new Player(architecture).start()
}

/** The buttons to choose a flow and to go through it. */
class Player {
  /** @type {HTMLElement[]} */
  #steps = []
  #now = 0

  /** @param {HTMLElement} architecture */
  constructor(architecture) {
    this.architecture = architecture
    this.player = part(architecture, "[data-player]", HTMLElement)
    this.panel = part(architecture, "[data-player-step]", HTMLElement)
    this.words = part(this.panel, "[data-player-words]", HTMLElement)
  }

  start() {
    for (const button of parts(this.architecture, "[data-follow]", HTMLElement)) {
      button.hidden = false
      button.addEventListener("click", () => this.#choose(button.dataset.follow ?? "", !this.player.contains(button)))
    }
    for (const button of parts(this.panel, "[data-move]", HTMLElement)) {
      button.addEventListener("click", () => this.#move(Number(button.dataset.move)))
    }
    for (const place of [this.player, this.panel]) {
      place.addEventListener("keydown", ({ key }) => this.#move({ ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0))
    }
    this.architecture.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === "era") this.#choose("")
    })
    this.player.hidden = false
  }

  /**
   * @param {string} flow its id; empty for none
   * @param {boolean} scroll
   */
  #choose(flow, scroll = false) {
    const section = flow && document.getElementById(flow)
    if (section) showAnEraOf(this.architecture, section)
    const steps = section ? parts(section, "[data-step]", HTMLElement) : []
    this.#steps = steps.filter((step) => belongs(step, this.#era()))
    for (const button of parts(this.player, ":scope > *", HTMLElement)) {
      button.setAttribute("aria-pressed", `${button.dataset.follow === flow}`)
    }
    this.panel.hidden = this.#steps.length === 0
    for (const svg of parts(this.architecture, ".hs-diagram__svg", SVGSVGElement)) light(svg, this.#steps)
    this.#show(0)
    if (scroll) this.player.scrollIntoView({ block: "start" })
  }

  /** The number of the era that is shown; empty for all. */
  #era() {
    const chosen = this.architecture.querySelector("[name='era']:checked")
    return chosen ? (/hs-era-([1-9]\d*)/.exec(chosen.className)?.[1] ?? "") : ""
  }

  /** @param {number} by */
  #move(by) {
    const count = this.#steps.length
    if (!by || !count) return
    this.#show((this.#now + by + count) % count)
    const [, end] = endsOf(this.#steps[this.#now])
    visible(this.architecture, `[data-node="${end}"]`)?.scrollIntoView({ block: "center", inline: "nearest" })
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
   * Say a step in the words of the list.
   * @param {HTMLElement} step
   */
  #say(step) {
    const count = element("p", { class: "hs-player__count" }, `Step ${this.#now + 1} of ${this.#steps.length}`)
    this.words.replaceChildren(count, ...[...step.children].map((child) => child.cloneNode(true)))
  }
}

/**
 * Tell whether a step belongs to an era; without eras it belongs to all.
 * @param {HTMLElement} step
 * @param {string} era its number; empty for all
 */
function belongs(step, era) {
  const eras = step.dataset.eras
  return !eras || !era || eras.split(" ").includes(era)
}

/**
 * Choose an era in which the flow has steps, if none is chosen: the one whose diagram is shown, or else the first.
 * @param {HTMLElement} architecture
 * @param {HTMLElement} section
 */
function showAnEraOf(architecture, section) {
  if (!architecture.querySelector(".hs-era-0:checked")) return
  const figures = parts(architecture, "[data-diagram]", HTMLElement)
  const shown = figures.find((figure) => figure.checkVisibility())?.dataset.eras ?? ""
  const eras = (section.dataset.eras ?? "").split(" ")
  part(architecture, `.hs-era-${eras.includes(shown) ? shown : eras[0]}`, HTMLInputElement).checked = true
}
