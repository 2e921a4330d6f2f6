// Sets the colours of the page, and lets the reader choose them. Not a module, so that it runs before rendering.
{
  const SYSTEM = "(prefers-color-scheme)"
  const NAMES = ["media", "scheme", "primary", "accent"]
  const here = /** @type {HTMLScriptElement} */ (document.currentScript)
  const KEY = `${new URL("../../", here.src).pathname}.__palette`
  const light = matchMedia("(prefers-color-scheme: light)")
  const options = [...document.querySelectorAll("input.md-option")].filter((option) => option instanceof HTMLInputElement)

  /** Return the number of the option that the reader chose; without one, that of the system. */
  const stored = () => {
    try {
      const { media } = JSON.parse(localStorage.getItem(KEY) ?? "{}").color ?? {}
      return Math.max(options.findIndex((option) => option.dataset.mdColorMedia === media), 0)
    } catch {
      return 0 // the value is damaged, or the browser blocks storage
    }
  }

  /** @param {HTMLInputElement} option */
  const coloursOf = (option) => Object.fromEntries(NAMES.map((name) => [name, option.getAttribute(`data-md-color-${name}`)]))

  /** Show an option's colours, and the button that leads to the next option. */
  const show = (number = stored()) => {
    const wanted = `(prefers-color-scheme: ${light.matches ? "light" : "dark"})`
    const chosen = options[number]
    const shown = chosen.dataset.mdColorMedia === SYSTEM ? options.find((option) => option.dataset.mdColorMedia === wanted) : chosen
    for (const [name, value] of Object.entries(coloursOf(shown ?? chosen))) document.body.setAttribute(`data-md-color-${name}`, value ?? "")
    chosen.checked = true
    for (const option of options) option.labels?.forEach((label) => { label.hidden = label !== chosen.nextElementSibling })
  }

  /** @param {number} number */
  const keep = (number) => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ index: number, color: coloursOf(options[number]) }))
    } catch {
      return // the browser blocks storage
    }
  }

  document.documentElement.classList.replace("no-js", "js")
  options.forEach((option, number) => option.addEventListener("change", () => { keep(number); show(number) }))
  light.addEventListener("change", () => show())
  show()
}
