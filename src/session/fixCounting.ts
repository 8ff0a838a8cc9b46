// When lines are asked for what the list of causes tells: the names behind a cause, and what 'Fix all'
// would fix. Some time after each change, while nothing changes the document.
import type { OpenDocument } from './openDocument.ts'

/** Milliseconds after a change. */
const DELAY = 100

export interface CountingTask {
  /** The document of now, if it can be changed. */
  readonly document: () => OpenDocument | undefined
  /** Resolves when all that changes the document is done. */
  readonly idle: () => Promise<unknown>
  readonly onNews: (doc: OpenDocument) => void
}

export class FixCounting {
  readonly #task: CountingTask
  #running: Promise<void> = Promise.resolve()
  /** It begins soon: what is counted at the moment is for nothing. */
  #isWanted = false

  constructor(task: CountingTask) {
    this.#task = task
  }

  /** To be called after every change. */
  begin(): void {
    if (this.#isWanted) return
    this.#isWanted = true
    this.#running = this.#running.then(() => this.#run()).catch(() => {})
  }

  /** Resolves when it is known for the document as it is. */
  async done(): Promise<void> {
    for (let last; last !== this.#running; ) {
      last = this.#running
      await last
    }
  }

  async #run(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, DELAY))
    await this.#task.idle()
    this.#isWanted = false
    const doc = this.#task.document()
    const isCurrent = (): boolean => this.#task.document() === doc && !this.#isWanted
    if (!doc) return
    const onNews = (): void => this.#task.onNews(doc)
    await doc.encodingGuess.look(doc, isCurrent, onNews)
    await doc.causeNames.count(doc, isCurrent, onNews)
    await doc.fixOffers.count(doc, isCurrent, onNews)
  }
}
