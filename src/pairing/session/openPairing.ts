// What is known of documents that are paired, as of one revision, and how the contents of their lines
// are asked for. A change makes a new one; who works with an older one sees the rows of its revision.
import { present } from '../../base/assert.ts'
import { lastAtMost } from '../../base/bisect.ts'
import type { Failure } from '../../base/failures.ts'
import type { LineNumber } from '../../base/units.ts'
import type { ValidatedPairs } from '../join/filterPairs.ts'
import type { AnswerLines, PairLines, PairRole, RequestLines } from '../pairLines.ts'
import type { ProviderDefinition } from '../defineProvider.ts'
import type { JsonPath } from '../../json/jsonPath.ts'
import type { LineContents, PairSourceApi } from '../../contracts/pairSourceApi.ts'
import type { PairSourceSetup } from '../../contracts/pairingApi.ts'
import { PairingFailure } from './pairingFailure.ts'

/** A document of a pairing, and its lines. */
export interface OpenSource<Lines extends PairLines = PairLines> {
  readonly setup: PairSourceSetup
  readonly port: PairSourceApi
  readonly provider: ProviderDefinition
  readonly keyPath: JsonPath
  readonly lines: Lines
}

/** The documents of a pairing. Global entries number the lines of one side, source after source. */
export interface PairedSources {
  readonly sources: readonly OpenSource[]
  readonly requestSources: readonly OpenSource<RequestLines>[]
  readonly answerSources: readonly OpenSource<AnswerLines>[]
}

/**
 * Documents paired, as of a revision. A change of lines makes another one; verdicts and marks are
 * filled in while answers are validated and searched.
 */
export interface OpenPairing extends PairedSources, ValidatedPairs {
  /** [global entry of a request]: what JSON it wants, a number of `WantedJson`; 0 before it is read. */
  readonly wantedJson: Uint32Array<ArrayBuffer>
  /** [global entry]: 1 when the line holds what is searched for. */
  readonly requestMarks: Uint8Array<ArrayBuffer>
  readonly answerMarks: Uint8Array<ArrayBuffer>
  /** Rises when more is known of the rows. */
  revision: number
}

export function pairedSources(sources: readonly OpenSource[]): PairedSources {
  return {
    sources,
    requestSources: sources.filter(
      (source): source is OpenSource<RequestLines> => source.lines.role === 'requests',
    ),
    answerSources: sources.filter(
      (source): source is OpenSource<AnswerLines> => source.lines.role === 'answers',
    ),
  }
}

export function sourcesOf(paired: PairedSources, side: PairRole): readonly OpenSource[] {
  return side === 'requests' ? paired.requestSources : paired.answerSources
}

/** [s]: the global entry of a source's first line. */
export function firstEntries(sources: readonly OpenSource[]): number[] {
  let count = 0
  return sources.map(({ lines }) => {
    const first = count
    count += lines.count
    return first
  })
}

export function countEntries(sources: readonly OpenSource[]): number {
  return sources.reduce((sum, { lines }) => sum + lines.count, 0)
}

/** A line of a source. */
export interface PlacedEntry {
  readonly source: OpenSource
  /** Place in the source's lines. */
  readonly entry: number
}

export function placeEntry(paired: PairedSources, side: PairRole, global: number): PlacedEntry {
  const sources = sourcesOf(paired, side)
  const firsts = firstEntries(sources)
  const place = lastAtMost(firsts, firsts.length, global)
  const source = present(sources[place], `source of entry ${global}`)
  return { source, entry: global - (firsts[place] as number) }
}

/** Bytes of a line as they are now, without the line end. */
export interface Content {
  readonly bytes: Uint8Array
  /** The line is longer than was asked for. */
  readonly isCut: boolean
  /** 0: the line was deleted a moment ago, `bytes` is empty. */
  readonly line: LineNumber | 0
  /** Why there is nothing: the document is closed or cannot be read. Only of `readEntriesIfAny`. */
  readonly failure?: Failure | undefined
}

/**
 * Lines by global entry, in the order asked for; each source is asked once, all at the same time. All
 * are in memory at once: ask for some megabytes. `limitBytes`: of each line. Throws `PairingFailure`.
 */
export async function readEntries(
  paired: PairedSources,
  side: PairRole,
  globals: ArrayLike<number>,
  limitBytes?: number,
): Promise<Content[]> {
  const contents = await readEntriesIfAny(paired, side, globals, limitBytes)
  for (const { failure } of contents) if (failure) throw new PairingFailure(failure)
  return contents
}

/** As `readEntries`; where a document cannot be read, its contents are empty and say why. */
export async function readEntriesIfAny(
  paired: PairedSources,
  side: PairRole,
  globals: ArrayLike<number>,
  limitBytes?: number,
): Promise<Content[]> {
  const sources = sourcesOf(paired, side)
  const firsts = firstEntries(sources)
  const wanted = sources.map((): number[] => [])
  for (let i = 0; i < globals.length; i++) {
    wanted[lastAtMost(firsts, firsts.length, globals[i] as number)]?.push(i)
  }
  const contents: Content[] = []
  await Promise.all(
    sources.map(async ({ port, lines }, s) => {
      const places = wanted[s] as number[]
      if (places.length === 0) return
      const ids = Float64Array.from(
        places,
        (place) => lines.ids[(globals[place] as number) - (firsts[s] as number)] as number,
      )
      const result = await port.readContents(ids, limitBytes)
      places.forEach((place, i) => {
        contents[place] = result.ok ? contentAt(result.value, i) : nothing(result.failure)
      })
    }),
  )
  return contents
}

function contentAt({ bytes, ends, isCut, numbers }: LineContents, i: number): Content {
  return {
    bytes: bytes.subarray(i === 0 ? 0 : ends[i - 1], ends[i]),
    isCut: isCut[i] === 1,
    line: numbers[i] ?? 0,
  }
}

function nothing(failure: Failure): Content {
  return { bytes: new Uint8Array(0), isCut: false, line: 0, failure }
}
