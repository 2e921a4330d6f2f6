// Asks the worker of the editor, which answers one question after another.

/** @typedef {{ level: "problem" | "advice", file: string, line: number, column: number, message: string, rule: string }} Problem */

/** Start the worker, and return the function that asks it. */
export function startWorker() {
  const worker = new Worker(new URL("./write-worker.js", import.meta.url), { type: "module" })
  /** @type {Map<number, { resolve: (answer: any) => void, reject: (fault: Error) => void }>} */
  const waiting = new Map()
  let last = 0
  worker.addEventListener("message", ({ data: { id, answer, fault } }) => {
    const { resolve, reject } = waiting.get(id) ?? {}
    waiting.delete(id)
    if (fault === undefined) resolve?.(answer)
    else reject?.(new Error(fault))
  })
  worker.addEventListener("error", () => {
    for (const { reject } of waiting.values()) reject(new Error("the worker could not start"))
    waiting.clear()
  })
  return (/** @type {string} */ question, /** @type {unknown[]} */ ...values) =>
    new Promise((/** @type {(answer: any) => void} */ resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      worker.postMessage({ id: last, question, values })
    })
}

/**
 * Return a function that runs `work` when nobody has called it for `pause` ms; a run ends before the next one starts.
 * @param {() => Promise<void>} work
 * @param {number} pause
 */
export function patiently(work, pause) {
  let timer = 0
  let running = false
  let wanted = false
  const run = async () => {
    if (running) return void (wanted = true)
    running = true
    await work()
    running = false
    if (wanted) {
      wanted = false
      void run()
    }
  }
  return () => {
    clearTimeout(timer)
    timer = Number(setTimeout(run, pause))
  }
}
