// Decide first: the reader chooses among the options, then sees what the system chose.
import { element, part, parts } from "./element.js"
import { startDrills } from "./practice-drills.js"
import { tally } from "./practice-next.js"
import { progress, record } from "./practice-store.js"

const update = startDrills({
  isDone: (id) => id in progress().decisions,
  onShow: (item) => {
    if (!item.querySelector("[data-decide]")) offer(item)
  },
  told: () => tally(progress().decisions),
})

/**
 * Make the options of a decision choosable.
 * @param {HTMLElement} item
 */
function offer(item) {
  const list = part(item, "[data-options]", HTMLElement)
  const radios = parts(list, "li", HTMLLIElement).map((option, at) => {
    const radio = element("input", { type: "radio", name: item.id, value: at })
    option.replaceChildren(element("label", {}, radio, element("span", {}, ...option.childNodes)))
    return radio
  })
  const decide = element("button", { type: "button", class: "hs-button", disabled: true }, "Decide")
  const said = element("p", { role: "status", class: "hs-drill__said" })
  list.addEventListener("change", () => { decide.disabled = false })
  list.after(element("div", { "data-decide": true }, decide, said))
  decide.addEventListener("click", () => {
    const chosen = radios.findIndex(({ checked }) => checked)
    const agreed = chosen === Number(list.dataset.options)
    for (const radio of radios) radio.disabled = true
    decide.hidden = true
    reveal(item, list, agreed, chosen)
    record({ decisions: { [item.id]: { agreed, at: Date.now() } } })
    said.textContent = `${agreed ? "They decided as you did." : "They decided otherwise."} ${tally(progress().decisions)}`
    update()
  })
}

/**
 * Mark the two choices, and open what the system chose.
 * @param {HTMLElement} item
 * @param {HTMLElement} list
 * @param {boolean} agreed
 * @param {number} chosen
 */
function reveal(item, list, agreed, chosen) {
  const options = parts(list, "li", HTMLLIElement)
  const theirs = options[Number(list.dataset.options)]
  theirs.classList.add("is-theirs")
  theirs.append(element("span", { class: "hs-tag hs-tag--kept" }, agreed ? "your choice and theirs" : "their choice"))
  if (!agreed) options[chosen].append(element("span", { class: "hs-tag" }, "your choice"))
  part(item, "details", HTMLDetailsElement).open = true
}
