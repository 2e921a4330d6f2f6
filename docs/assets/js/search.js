// The search box: entries as one types, then hits in the text. Nothing is loaded before it is opened.
import { addressOf, ROOT } from "./address.js"
import { load } from "./data.js"
import { rows } from "./records.js"

const PAUSE = 250
const FEW_LESSONS = 3000

const dialog = document.querySelector("[data-search]")
if (dialog) start(dialog)

function start(dialog) {
  const field = dialog.querySelector("input")
  const list = dialog.querySelector("[role=listbox]")
  const status = dialog.querySelector("[role=status]")
  const nothing = dialog.querySelector("[data-search-nothing]")
  let engine = null
  let options = []
  let active = -1
  let timer = 0

  for (const button of document.querySelectorAll("[data-opens-search]")) {
    button.hidden = false
    button.addEventListener("click", open)
  }
  for (const other of document.querySelectorAll("[data-without-search]")) other.hidden = true
  document.addEventListener("keydown", (event) => {
    const shortcut = (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !isField(event.target))
    if (!shortcut || dialog.open) return
    event.preventDefault()
    open()
  })
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close())
  field.addEventListener("input", update)
  field.addEventListener("keydown", steer)

  async function open() {
    dialog.showModal()
    field.select()
    engine ??= prepare().catch(() => (status.textContent = "The search index could not be loaded."))
    await engine
    update()
  }

  async function prepare() {
    const [{ createSearch }, data] = await Promise.all([import("./search-match.js"), load("entries")])
    engine = createSearch(data)
    engine.lessons = data.lessons
    engine.contribute = data.contribute
    engine.ready.then(() => load("cases")).then(async ({ entries }) => {
      engine.names = new Map(rows(entries).map(({ id, name }) => [id, name]))
      update()
      await engine.add(entries)
      update()
    })
  }

  function update() {
    if (!engine?.find) return
    clearTimeout(timer)
    const query = field.value.trim()
    const entries = engine.find(query)
    show(query, [[null, entries]])
    if (query.length > 1) timer = setTimeout(() => addTexts(query, entries), PAUSE)
  }

  async function addTexts(query, entries) {
    const [lessons, texts] = await Promise.all([findLessons(query, engine), findTexts(query)])
    if (field.value.trim() !== query) return
    show(query, [[null, entries], ["Lessons", lessons], ["In the text", texts]], true)
  }

  function show(query, groups, whole = false) {
    const shown = groups.filter(([, found]) => found.length)
    const chosen = whole ? active : -1 // what comes after a pause stands below what is there
    active = -1
    list.replaceChildren(...shown.map(([title, found]) => group(title, found.map((hit) => option(hit, title !== null)))))
    options = [...list.querySelectorAll("[role=option]")]
    options.forEach((option, number) => (option.id = `search-option-${number}`))
    field.setAttribute("aria-expanded", options.length > 0)
    field.removeAttribute("aria-activedescendant")
    const failed = whole && query && !groups[0][1].length
    nothing.hidden = !failed
    if (failed) explain(query, engine.near(query), options.length)
    announce(query, groups[0][1])
    if (chosen >= 0) choose(chosen)
  }

  function announce(query, entries) {
    const count = `${options.length} ${options.length === 1 ? "result" : "results"}`
    if (!query) status.textContent = ""
    else if (!entries.length) status.textContent = `No entry found for ${query}; ${count} in lessons and text.`
    else status.textContent = `${count}. First: ${options[0].dataset.words}`
  }

  function explain(query, near, texts) {
    const words = document.createElement("span")
    words.textContent = `No entry is called “${query}”, nor nearly so${texts ? "; these are hits in the text" : ""}. `
    const propose = link(addressOf(engine.contribute), "Propose the entry")
    const names = near.flatMap((entry, number) => [number ? ", " : "Nearest: ", link(addressOf(entry.path), entry.name)])
    nothing.replaceChildren(words, ...names, names.length ? ". " : "", propose, ".")
  }

  function steer(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by && options.length) {
      event.preventDefault()
      choose((active + by + options.length + (active < 0 && by < 0 ? 1 : 0)) % options.length)
    } else if (event.key === "Enter" && options.length) {
      event.preventDefault()
      options[Math.max(active, 0)].click()
    }
  }

  function choose(number) {
    options[active]?.removeAttribute("aria-selected")
    active = number
    options[active].setAttribute("aria-selected", "true")
    options[active].scrollIntoView({ block: "nearest" })
    field.setAttribute("aria-activedescendant", options[active].id)
  }
}

function isField(element) {
  return element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName)
}

function group(title, options) {
  const group = document.createElement("div")
  group.setAttribute("role", "group")
  if (title) {
    group.setAttribute("aria-label", title)
    const heading = Object.assign(document.createElement("p"), { className: "hs-search__group", textContent: title })
    heading.setAttribute("aria-hidden", "true")
    group.append(heading)
  } else group.setAttribute("aria-label", "Entries")
  group.append(...options)
  return group
}

function option({ label, name, line, path, excerpt }, grouped) {
  const option = link(addressOf(path), "")
  option.setAttribute("role", "option")
  option.tabIndex = -1
  option.className = "hs-search__option"
  option.dataset.words = `${name}, ${label}`
  const title = Object.assign(document.createElement("b"), { textContent: name })
  const tag = Object.assign(document.createElement("span"), { className: "hs-tag", textContent: label })
  const detail = document.createElement("small")
  detail.append(excerpt ? marked(excerpt) : line)
  option.append(title, grouped ? "" : tag, detail)
  return option
}

function link(url, words) {
  return Object.assign(document.createElement("a"), { href: url, textContent: words })
}

/** An excerpt with its matched words marked; of its HTML only texts and marks are taken. */
function marked(html) {
  const fragment = document.createDocumentFragment()
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    if (node.nodeName === "MARK") fragment.append(Object.assign(document.createElement("mark"), { textContent: node.textContent }))
    else fragment.append(node.textContent)
  }
  return fragment
}

let lessons = null

async function findLessons(query, engine) {
  if (engine.lessons > FEW_LESSONS) return [] // then the text search finds them
  lessons ??= Promise.all([import("./search-match.js"), load("lessons")]).then(([{ createLessonSearch }, data]) =>
    createLessonSearch(data, engine.names ?? new Map()),
  )
  return (await lessons.catch(() => () => []))(query)
}

let pagefind = null

/** Hits in the text of all pages; none where the site was not built for it (while writing, or from a folder). */
async function findTexts(query) {
  try {
    pagefind ??= loadPagefind()
    const { results } = await (await pagefind).search(query)
    const pages = await Promise.all(results.slice(0, 5).map((result) => result.data()))
    return pages.map(textHit)
  } catch {
    document.querySelector("[data-search-no-texts]").hidden = false
    return []
  }
}

async function loadPagefind() {
  if (ROOT.protocol === "file:") throw new Error("Text search needs a server.")
  const module = await import(new URL("pagefind/pagefind.js", ROOT))
  await module.options({ baseUrl: ROOT.pathname, excerptLength: 16 })
  return module
}

function textHit(page) {
  const best = page.sub_results?.[0] ?? page
  const title = best.title && best.title !== page.meta.title ? `${page.meta.title}: ${best.title}` : page.meta.title
  return { label: "In the text", name: title, path: `/${best.url.slice(ROOT.pathname.length)}`, excerpt: best.excerpt }
}
