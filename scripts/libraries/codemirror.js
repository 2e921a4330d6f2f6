// What the editor in the browser uses of CodeMirror; scripts/vendor.py bundles it into one file.
export { autocompletion, startCompletion } from "@codemirror/autocomplete"
export { yaml } from "@codemirror/lang-yaml"
export { HighlightStyle, syntaxHighlighting } from "@codemirror/language"
export { lintGutter, setDiagnostics } from "@codemirror/lint"
export { EditorState } from "@codemirror/state"
export { tags } from "@lezer/highlight"
export { basicSetup, EditorView } from "codemirror"
