export { default } from "minisearch"
