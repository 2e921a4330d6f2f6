// Claims and their evidence: for pages that have any.
import { followFragments } from "./fragments.js"

followFragments()
