// Buttons that open the search of the theme.
const toggle = document.querySelector("#__search")
const field = document.querySelector('[data-md-component="search-query"]')

for (const button of document.querySelectorAll("[data-opens-search]")) {
  button.addEventListener("click", () => {
    if (!toggle.checked) toggle.click()
    field?.focus()
  })
}
