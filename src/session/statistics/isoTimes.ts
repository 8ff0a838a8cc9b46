// Strings that stand for times, in two passes: from when to when they are and how they are written, then how they
// are spread.
import type { TimeHistogram } from '../../fields/fieldFigures.ts'
import { binOf, DAY, timeEdges } from '../../fields/histogramEdges.ts'
import { type IsoForm, isoForm, isoText, isoTime } from '../../fields/times.ts'

export class TimeRange {
  #from = Infinity
  #to = -Infinity
  /** How the first one is written: the others too, or there is no order of texts. */
  #form: IsoForm | undefined
  #areDays = true

  note(text: string): void {
    const time = isoTime(text)
    if (time === undefined) return
    this.#form ??= isoForm(text)
    if (time < this.#from) this.#from = time
    if (time > this.#to) this.#to = time
    this.#areDays &&= (time + (this.#form?.offset ?? 0)) % DAY === 0
  }

  /** Undefined where nothing was a time. */
  spread(): TimeSpread | undefined {
    if (this.#from > this.#to) return undefined
    const offset = this.#form?.offset ?? 0
    const least = this.#areDays ? DAY : undefined
    const edges = timeEdges(this.#from, this.#to, { offset, ...(least && { least }) })
    return new TimeSpread(edges, this.#form)
  }
}

export class TimeSpread {
  readonly #edges: readonly number[]
  readonly #counts: number[]
  #outside = 0
  /** Until a string lies elsewhere by its text than by its time. */
  #texts: readonly string[] | undefined

  constructor(edges: readonly number[], form: IsoForm | undefined) {
    this.#edges = edges
    this.#counts = edges.slice(1).map(() => 0)
    const texts = form && edges.map((edge) => isoText(edge, form))
    if (texts?.every((text): text is string => text !== undefined)) this.#texts = texts
  }

  note(text: string): void {
    const time = isoTime(text)
    const bin = time === undefined ? undefined : binOf(this.#edges, time)
    if (bin === undefined) this.#outside++
    else this.#counts[bin] = (this.#counts[bin] as number) + 1
    if (this.#texts && binOf(this.#texts, text) !== bin) this.#texts = undefined
  }

  histogram(): TimeHistogram {
    return {
      kind: 'iso',
      edges: this.#edges,
      counts: this.#counts,
      outside: this.#outside,
      ...(this.#texts && { texts: this.#texts }),
    }
  }
}
