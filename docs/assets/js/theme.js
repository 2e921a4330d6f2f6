// Replaces the theme's inline scripts (base.html and palette.html in partials/javascripts/ of Material 9.8.1), which
// our policy blocks. The theme's bundle calls the functions set here. Not a module, so that it runs before rendering.
{
  const SYSTEM = "(prefers-color-scheme)"
  const NAMES = ["media", "scheme", "primary", "accent"]
  const here = /** @type {HTMLScriptElement} */ (document.currentScript)
  const scope = new URL("../../", here.src)

  /**
   * Return the stored value for a name; null if there is none, it is damaged, or the browser blocks storage.
   * @param {string} name
   * @param {Storage} [store]
   */
  const get = (name, store, place = scope) => {
    try {
      return JSON.parse((store ?? localStorage).getItem(`${place.pathname}.${name}`) ?? "null")
    } catch {
      return null
    }
  }

  /**
   * Store a value; do nothing if the browser blocks storage.
   * @param {string} name
   * @param {unknown} value
   * @param {Storage} [store]
   */
  const set = (name, value, store, place = scope) => {
    try {
      const kept = store ?? localStorage
      kept.setItem(`${place.pathname}.${name}`, JSON.stringify(value))
    } catch {
      return
    }
  }

  /** Return the palette for the colour scheme of the system. */
  const ofSystem = () => {
    const wanted = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"
    const option = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${wanted})"]`)
    return Object.fromEntries(NAMES.map((name) => [name, option?.getAttribute(`data-md-color-${name}`)]))
  }

  Object.assign(window, { __md_scope: scope, __md_get: get, __md_set: set })
  const chosen = get("__palette")?.color
  const colours = chosen && chosen.media !== SYSTEM ? chosen : ofSystem()
  for (const [name, value] of Object.entries(colours)) document.body.setAttribute(`data-md-color-${name}`, value)
}
