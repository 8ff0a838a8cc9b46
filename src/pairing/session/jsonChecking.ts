// When answers are validated by the JSON that was asked for: after each joining, in the background, from
// the beginning of what is not validated yet.
import { Cancelled } from '../../base/jobs.ts'
import { throttled } from '../../base/progress.ts'
import type { SchemaValidator } from '../schemaValidator.ts'
import type { PairingFacts } from '../../contracts/pairingApi.ts'
import { answersToValidate, validateJson } from './validateJson.ts'
import type { OpenPairing } from './openPairing.ts'
import { WantedJson } from './wantedJson.ts'

/** Milliseconds between two times that the page hears of new verdicts: it loads its rows again. */
const VERDICTS_INTERVAL = 1000

export interface CheckingListener {
  /** undefined when all are validated. */
  readonly progress: (checking: PairingFacts['checkingJson']) => void
  /** Some more answers are useless. */
  readonly verdicts: () => void
}

export class JsonChecking {
  readonly #loadSchemas: () => Promise<SchemaValidator | undefined>
  /** Outlives joinings, as do the numbers in `OpenPairing.wantedJson`. */
  readonly #wanted: WantedJson
  #isStopped = { value: false }

  constructor(
    loadSchemas: () => Promise<SchemaValidator | undefined>,
    wanted: WantedJson = new WantedJson(),
  ) {
    this.#loadSchemas = loadSchemas
    this.#wanted = wanted
  }

  stop(): void {
    this.#isStopped.value = true
  }

  /** Takes the place of an earlier one. Resolves when all are validated, or it was stopped. */
  async run(pairing: OpenPairing, listener: CheckingListener): Promise<void> {
    this.stop()
    const isStopped = { value: false }
    this.#isStopped = isStopped
    const answers = answersToValidate(pairing)
    if (answers.length === 0) return
    const report = throttled(listener.progress)
    listener.progress({ done: 0, total: answers.length })
    let misfits = 0
    let told = 0
    let toldAt = Date.now()
    const onProgress = (done: number, total: number, more: number): void => {
      misfits += more
      if (misfits > told && Date.now() - toldAt > VERDICTS_INTERVAL) {
        told = misfits
        toldAt = Date.now()
        listener.verdicts()
      }
      report({ done, total })
    }
    const job = {
      get isCancelled() {
        return isStopped.value
      },
      check() {
        if (isStopped.value) throw new Cancelled()
      },
    }
    try {
      const schemas = await this.#loadSchemas()
      job.check()
      await validateJson(pairing, answers, { wanted: this.#wanted, schemas, job, onProgress })
    } catch (error) {
      if (error instanceof Cancelled) return
      throw error
    }
    if (misfits > told) listener.verdicts()
    listener.progress(undefined)
  }
}
