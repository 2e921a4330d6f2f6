// What the scripts may not do: the usual mistakes, and whatever would turn a text into markup or into code.
import js from "@eslint/js"
import globals from "globals"

const ADDRESS = "/^\\u002F[a-z-]+\\u002F/"
const MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment", "srcdoc"]

export default [
  { ignores: ["docs/assets/js/vendor/"] },
  js.configs.recommended,
  {
    files: ["docs/assets/js/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: {
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": [
        "error",
        ...MARKUP.map((property) => ({ property, message: "Make elements with element(): texts stay texts." })),
        { object: "document", property: "write", message: "Make elements with element()." },
        { object: "document", property: "writeln", message: "Make elements with element()." },
      ],
      "no-restricted-syntax": [
        "error",
        ...[`Literal[value=${ADDRESS}]`, `TemplateElement[value.raw=${ADDRESS}]`].map((selector) => ({
          selector, message: "Addresses come with the data, from handbook/addresses.py.",
        })),
      ],
    },
  },
  { files: ["tests/js/**/*.js"], languageOptions: { globals: globals.node } },
]
