// The page of the editor: opens a file, checks it while somebody types, shows its page, and hands the file over.
import { arrived, element, part } from "./element.js"
import { save } from "./save.js"
import { patiently, startWorker } from "./write-ask.js"
import { complete } from "./write-complete.js"
import { draftOf, drafts, keep } from "./write-drafts.js"
import { edit } from "./write-editor.js"
import { preview } from "./write-preview.js"
import { counted, items } from "./write-problems.js"
import { how, target } from "./write-send.js"

/** @typedef {import("./write-ask.js").Problem} Problem */
/** @typedef {{ fields: Record<string, import("./write-complete.js").Fields>, lists: import("./write-complete.js").Lists, folders: Record<string, string> }} Start */
/** @typedef {{ kind: string, file: string, base: string, isNew: boolean, editor: Awaited<ReturnType<typeof edit>> }} Open */

const NO_SERVER = "The editor does not run in a copy opened from a folder. Use the site on a server, or one of the other ways below."
const NO_WASM = "This browser has no WebAssembly, which the editor needs. There are other ways below."
const PAUSE = 350

const root = part(document, "[data-write]", HTMLElement)
const notice = part(document, "[data-write-notice]", HTMLElement)
const [count, list, previewState, done, kept, found] = ["count", "problems", "preview-state", "done", "kept", "drafts"].map((name) => part(root, `[data-write-${name}]`, HTMLElement))
const [beginForm, openForm] = ["new", "open"].map((name) => part(root, `[data-write-${name}]`, HTMLFormElement))
const discard = part(root, "[data-write-discard]", HTMLButtonElement)
const host = document.querySelector("[data-repository]")

if (location.protocol === "file:") notice.replaceChildren(NO_SERVER)
else if (typeof WebAssembly !== "object") notice.replaceChildren(NO_WASM)
else main()
arrived()

function main() {
  const ask = startWorker()
  /** @type {Start | undefined} */
  let known
  /** @type {Open | undefined} */
  let open
  const show = preview(part(root, "[data-write-preview]", HTMLElement))
  const check = patiently(checkNow, PAUSE)
  root.hidden = false
  notice.replaceChildren("Loading the checker, about 10 MB the first time …")
  const ready = ask("start").then(
    (/** @type {Start} */ start) => {
      known = start
      notice.replaceChildren("The checker is ready.")
      part(beginForm, "button", HTMLButtonElement).disabled = false
      part(root, "datalist", HTMLElement).replaceChildren(...start.lists.any.map(([id, name]) => element("option", { value: id }, name)))
    },
    (error) => notice.replaceChildren(`The checker could not start (${error.message}). You can edit, copy and download the file; “make check” checks it. A site that was built without a network has no checker.`),
  )
  listDrafts()
  beginForm.addEventListener("submit", (event) => submitted(event, "new", `${value(beginForm, "kind")}:${value(beginForm, "id")}`))
  openForm.addEventListener("submit", (event) => submitted(event, "entry", value(openForm, "entry").trim()))
  part(root, "[data-write-copy]", HTMLButtonElement).addEventListener("click", copy)
  part(root, "[data-write-download]", HTMLButtonElement).addEventListener("click", download)
  discard.addEventListener("click", () => open?.editor.replace(open.base))
  addEventListener("popstate", openAddressed)
  void openAddressed()

  /** Open the file that the address names. */
  async function openAddressed() {
    const query = new URLSearchParams(location.search)
    const isNew = Boolean(query.get("new"))
    const name = query.get("new") ?? query.get("entry") ?? entryOf(query.get("file") ?? "")
    const [, kind, id] = /^([a-z-]+):([a-z0-9-]+)$/.exec(name) ?? []
    open?.editor.close()
    open = undefined
    delete root.dataset.checked
    part(root, "[data-write-desk]", HTMLElement).hidden = true
    if (!kind) return
    try {
      await openFile(kind, id, isNew)
      if (query.get("claim")) await goTo(query.get("claim") ?? "")
    } catch (error) {
      notice.hidden = false
      notice.replaceChildren(`${name} cannot be opened: ${error instanceof Error ? error.message : error}.`)
    }
  }

  /** Show the line of a claim. @param {string} claim its fragment: `figure-requests` */
  async function goTo(claim) {
    await ready
    const { file, editor } = /** @type {Open} */ (open)
    editor.go(await ask("line", file, editor.text(), claim), 1)
  }

  /**
   * Lead to a file by an address, so that a reload and a link open it again.
   * @param {SubmitEvent} event
   * @param {string} key
   * @param {string} name
   */
  function submitted(event, key, name) {
    event.preventDefault()
    history.pushState(null, "", `?${key}=${name}`)
    notice.hidden = Boolean(known)
    void openAddressed()
  }

  /**
   * @param {string} kind
   * @param {string} id
   * @param {boolean} isNew
   */
  async function openFile(kind, id, isNew) {
    const file = `${folderOf(kind)}/${id}.yml`
    const draft = draftOf(file)
    const base = draft && isNew ? draft.base : await (isNew ? begun(kind, id) : published(file))
    part(root, "[data-write-desk]", HTMLElement).hidden = false
    list.replaceChildren()
    part(root, "[data-write-file]", HTMLElement).replaceChildren(`content/${file}`)
    const editor = await edit(part(root, "[data-write-editor]", HTMLElement), {
      text: draft?.text ?? base,
      changed,
      complete: (before, text) => (known ? complete(before, text, known.fields[kind] ?? {}, known.lists) : null),
    })
    open = { kind, file, base, isNew, editor }
    count.replaceChildren("The check starts when the checker is here.")
    tellDraft(draft ? "Your draft is back." : "")
    offer()
    void ready.then(check)
  }

  /** Begin a new entry, which the checker writes. @param {string} kind @param {string} id */
  async function begun(kind, id) {
    await ready
    const { text, fault } = await ask("new", kind, id)
    if (fault) throw new Error(fault.replace(/\.$/, ""))
    return text
  }

  /** @param {string} text */
  function changed(text) {
    if (!open) return
    const isKept = keep(open.file, text === open.base ? null : { text, base: open.base, isNew: open.isNew })
    tellDraft(text === open.base ? "" : isKept ? "The draft is kept in this browser." : "This browser keeps no drafts: copy the file before you leave.")
    offer()
    delete root.dataset.checked
    if (known) check()
  }

  async function checkNow() {
    if (!open) return
    const { file, editor } = open
    const text = editor.text()
    try {
      /** @type {Problem[]} */
      const problems = await ask("check", file, text)
      if (open.editor !== editor) return
      const own = problems.filter((one) => one.file === file)
      list.replaceChildren(...items(problems, file, root.dataset.rules ?? "", ({ line, column }) => editor.go(line, column)))
      count.replaceChildren(counted(problems))
      if (editor.text() !== text) return
      editor.mark(own)
      root.dataset.checked = `${Math.round(performance.now())}`
    } catch (error) {
      count.replaceChildren(`The check failed: ${error instanceof Error ? error.message : error}`)
    }
    await showNow(file, text)
  }

  /** @param {string} file @param {string} text */
  async function showNow(file, text) {
    try {
      const html = await ask("page", file, text)
      if (html) show(html)
      previewState.replaceChildren(html ? "As readers will see it. Buttons and players work on the site only." : "The preview returns when the problems are solved.")
    } catch {
      previewState.replaceChildren("The preview returns when the problems are solved.")
    }
  }

  /** Show where the file can be sent. */
  function offer() {
    if (!open) return
    const { repository = "", edit: begins = "" } = host instanceof HTMLElement ? host.dataset : {}
    const page = target(repository, begins, open.file, open.editor.text(), open.isNew)
    const link = part(root, "[data-write-host]", HTMLAnchorElement)
    link.hidden = !page
    if (page) link.href = page.url
    link.replaceChildren(page?.name ?? "")
    part(root, "[data-write-how]", HTMLElement).replaceChildren(how(page, open.isNew))
  }

  /** @param {string} words */
  function tellDraft(words) {
    kept.replaceChildren(words)
    discard.hidden = !words
  }

  async function copy() {
    const text = open?.editor.text() ?? ""
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false)
    done.replaceChildren(copied ? "Copied." : "This browser does not let the page copy: download the file.")
  }

  function download() {
    if (open) save(new Blob([open.editor.text()], { type: "application/yaml" }), open.file.split("/")[1])
  }

  /** @param {string} kind */
  function folderOf(kind) {
    const option = part(beginForm, `option[value="${kind}"]`, HTMLOptionElement)
    return option.dataset.folder ?? ""
  }
}

/** @param {string} file */
async function published(file) {
  const response = await fetch(new URL(`files/${file}`, location.href))
  if (!response.ok) throw new Error("there is no such entry")
  return response.text()
}

/** @param {HTMLFormElement} form @param {string} name */
function value(form, name) {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : ""
}

/** Return the entry of a file: `case-study:tumblr`. @param {string} file */
function entryOf(file) {
  const [folder, name] = file.split("/")
  const kind = [...beginForm.querySelectorAll("option")].find((option) => option.dataset.folder === folder)?.value
  return kind && name ? `${kind}:${name.replace(/\.yml$/, "")}` : ""
}

function listDrafts() {
  const links = drafts().map((file) => element("a", { href: `?${draftOf(file)?.isNew ? "new" : "entry"}=${entryOf(file)}` }, file))
  if (links.length) found.replaceChildren("Your drafts: ", ...links.flatMap((link, at) => (at ? [", ", link] : [link])))
}
