// The text editor: CodeMirror with the site's colours, completion and marks at problems.
import { element } from "./element.js"

/** @typedef {import("./write-ask.js").Problem} Problem */
/** @typedef {import("./vendor/codemirror.js").EditorView} View */
/** @typedef {{ typed: string, options: import("./write-complete.js").Option[] } | null} Completion */

const THEME = {
  "&": { backgroundColor: "var(--hs-raised)", color: "var(--hs-ink)", fontSize: "0.68rem", height: "100%" },
  "&.cm-focused": { outline: "2px solid var(--hs-accent)" },
  ".cm-scroller": { fontFamily: "var(--hs-mono)", lineHeight: "1.55" },
  ".cm-gutters": { backgroundColor: "var(--hs-sunken)", borderRight: "1px solid var(--hs-line)", color: "var(--hs-ink-soft)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  ".cm-content": { caretColor: "var(--hs-ink)" },
  ".cm-cursor": { borderLeftColor: "var(--hs-ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection": { backgroundColor: "var(--hs-accent-soft)" },
  ".cm-tooltip, .cm-panels": { backgroundColor: "var(--hs-raised)", border: "1px solid var(--hs-line)", color: "var(--hs-ink)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--hs-mono)", maxWidth: "min(36rem, 90vw)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--hs-accent)", color: "var(--hs-paper)" },
  ".cm-tooltip.cm-completionInfo": { fontFamily: "var(--hs-sans)", maxWidth: "16rem" },
  ".cm-panels input, .cm-panels button": { fontSize: "inherit" },
}

/**
 * Show the editor, and return what can be done with it.
 * @param {HTMLElement} place
 * @param {object} options
 * @param {string} options.text
 * @param {(text: string) => void} options.changed called after each change
 * @param {(before: string, text: string) => Completion} options.complete
 */
export async function edit(place, { text, changed, complete }) {
  /** @type {typeof import("./vendor/codemirror.js")} */
  const library = await import(new URL("./vendor/codemirror.js", import.meta.url).href)
  const { autocompletion, basicSetup, EditorState, EditorView, HighlightStyle, lintGutter, setDiagnostics, syntaxHighlighting, tags, yaml } = library
  const colours = HighlightStyle.define([
    { tag: tags.comment, color: "var(--hs-ink-soft)" },
    { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--hs-accent)", fontWeight: "600" },
    { tag: tags.string, color: "var(--hs-ink)" },
    { tag: [tags.number, tags.bool, tags.keyword], color: "var(--hs-warn)" },
  ])
  /** @param {import("@codemirror/autocomplete").CompletionContext} context */
  const source = (context) => {
    const before = context.state.sliceDoc(0, context.pos)
    const found = complete(before, context.state.sliceDoc())
    if (!found || !(context.explicit || found.typed || /\S/.test(before.split("\n").at(-1) ?? ""))) return null
    return { from: context.pos - found.typed.length, options: found.options, validFor: /^[\w:-]*$/ }
  }
  const state = EditorState.create({
    doc: text,
    extensions: [
      basicSetup, yaml(), lintGutter(), syntaxHighlighting(colours), EditorView.theme(THEME), EditorView.lineWrapping,
      autocompletion({ override: [source] }),
      EditorView.contentAttributes.of({ tabindex: "0", "aria-label": "The text of the file. Escape, then Tab, leaves it." }),
      EditorView.updateListener.of((update) => update.docChanged && changed(update.state.sliceDoc())),
    ],
  })
  const inside = element("div", { class: "hs-write__code" })
  const shadow = place.shadowRoot ?? place.attachShadow({ mode: "open", delegatesFocus: true })
  shadow.replaceChildren(inside)
  inside.style.height = "100%"
  const view = new EditorView({ state, parent: inside, root: shadow })
  return {
    text: () => view.state.sliceDoc(),
    mark: (/** @type {Problem[]} */ problems) => view.dispatch(setDiagnostics(view.state, problems.map((one) => marked(view, one)))),
    go: (/** @type {number} */ line, /** @type {number} */ column) => go(library, view, line, column),
    replace: (/** @type {string} */ words) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: words } }),
    close: () => view.destroy(),
  }
}

/**
 * Return a problem as CodeMirror marks it: from its place to the end of the line.
 * @param {View} view
 * @param {Problem} problem
 * @returns {import("@codemirror/lint").Diagnostic}
 */
function marked(view, { line, column, message, rule, level }) {
  const { from, to } = view.state.doc.line(Math.min(line, view.state.doc.lines))
  const start = Math.min(from + column - 1, to)
  return { from: start, to, severity: level === "problem" ? "error" : "info", message: `${message} [${rule}]` }
}

/**
 * @param {typeof import("./vendor/codemirror.js")} library
 * @param {View} view
 * @param {number} line
 * @param {number} column
 */
function go({ EditorView }, view, line, column) {
  const found = view.state.doc.line(Math.min(line, view.state.doc.lines))
  const at = Math.min(found.from + column - 1, found.to)
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) })
  view.focus()
}
