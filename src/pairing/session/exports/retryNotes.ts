// What the user should know of a retry file before it is written.
import { MAX_CUSTOM_ID } from '../../../providers/openai/limits.ts'
import { groupNumber } from '../../../base/groupNumber.ts'
import type { ExportRow } from '../../../exporters/pairs/exportRow.ts'
import { raisesLimit } from '../../../exporters/pairs/retry/changeRequest.ts'
import { encodeText, keyBytesAt, keyTextAt, TEXT_KEY } from '../../join/keyColumn.ts'
import { needsJsonCheck } from '../../join/rowUsability.ts'
import { sourceLineOf } from '../../join/sideLines.ts'
import type { RetryOptions } from '../../../contracts/pairingApi.ts'
import type { OpenPairing } from '../openPairing.ts'
import { changesOf } from './selectRows.ts'

/** Counts what the lines of requests say of the changes. */
export class RetryTally {
  readonly #options: ReturnType<typeof changesOf>
  #isSample = false
  #withoutLimit = 0
  #withHigherLimit = 0
  #limitless = 0
  #withoutModel = 0

  constructor(options: RetryOptions) {
    this.#options = changesOf(options)
  }

  /** The rows that are added are some of many. */
  isSample(): void {
    this.#isSample = true
  }

  add({ request }: ExportRow): void {
    const content = request?.content
    if (!content) return
    const { model, tokenLimit } = this.#options
    if (model !== undefined && !content.modelPath) this.#withoutModel++
    if (tokenLimit === undefined) return
    if (!content.tokenLimit) this.#limitless++
    else if (content.tokenLimit.value === undefined) this.#withoutLimit++
    else if (!raisesLimit(content, tokenLimit)) this.#withHigherLimit++
  }

  get notes(): string[] {
    const notes: readonly (readonly [count: number, one: string, many: string])[] = [
      [
        this.#withoutLimit,
        'sets no limit of tokens; it gets the new one',
        'set no limit of tokens; they get the new one',
      ],
      [
        this.#withHigherLimit,
        'has a limit that is not lower and keeps it',
        'have a limit that is not lower and keep it',
      ],
      [
        this.#limitless,
        'is of a kind without a limit of tokens',
        'are of a kind without a limit of tokens',
      ],
      [
        this.#withoutModel,
        'names no model; the batch job does',
        'name no model; the batch job does',
      ],
    ]
    return notes
      .filter(([count]) => count > 0)
      .map(([count, one, many]) =>
        this.#isSample ? `Some requests ${many}.` : requestsNote(count, one, many),
      )
  }
}

function requestsNote(count: number, one: string, many: string): string {
  return count === 1 ? `1 request ${one}.` : `${groupNumber(count)} requests ${many}.`
}

/** `rows`: those that are wanted, whether or not they can be sent. */
export function retryNotes(
  pairing: OpenPairing,
  options: RetryOptions,
  rows: Uint32Array,
  tally: RetryTally,
): readonly string[] {
  const { idSuffix, tokenLimit } = changesOf(options)
  const notes = tally.notes
  if (idSuffix !== undefined) notes.push(...suffixNotes(pairing, rows, idSuffix))
  if (tokenLimit === undefined && options.unusable.includes('cut-off')) {
    notes.push('Answers that were cut off will be again, unless more tokens are allowed.')
  }
  const unvalidated = countUnvalidated(pairing, options)
  if (unvalidated > 0) {
    notes.push(
      requestsNote(
        unvalidated,
        'is not in it yet: its answer is still being validated by the JSON that it asks for',
        'are not in it yet: their answers are still being validated by the JSON that they ask for',
      ),
    )
  }
  return notes
}

function countUnvalidated({ pairs, verdicts }: OpenPairing, { unusable }: RetryOptions): number {
  if (!unusable.includes('not-json') && !unusable.includes('schema-mismatch')) return 0
  let count = 0
  for (let row = 0; row < pairs.count; row++) {
    const answer = pairs.answerOf[row] as number
    if (answer >= 0 && verdicts[answer] === 0 && needsJsonCheck(pairs, row)) count++
  }
  return count
}

function suffixNotes({ pairs }: OpenPairing, rows: Uint32Array, suffix: string): string[] {
  const { requests, requestOf } = pairs
  const notes: string[] = []

  let tooLong = 0
  for (const row of rows) {
    const { lines, entry } = sourceLineOf(requests, requestOf[row] as number)
    // No text has more code units than bytes.
    if (keyBytesAt(lines, entry).length + suffix.length <= MAX_CUSTOM_ID) continue
    if (keyTextAt(lines, entry).length + suffix.length > MAX_CUSTOM_ID) tooLong++
  }
  if (tooLong > 0) {
    const limit = `longer than the ${MAX_CUSTOM_ID} characters that are allowed`
    notes.push(
      tooLong === 1 ? `1 id becomes ${limit}.` : `${groupNumber(tooLong)} ids become ${limit}.`,
    )
  }

  const taken = countTaken(pairs, rows, suffix)
  if (taken > 0) {
    notes.push(
      taken === 1
        ? '1 id becomes that of another request; choose another suffix.'
        : `${groupNumber(taken)} ids become those of other requests; choose another suffix.`,
    )
  }
  return notes
}

/** Rows whose id with the suffix is the id of some request already. */
function countTaken(
  { requests, requestOf }: OpenPairing['pairs'],
  rows: Uint32Array,
  suffix: string,
): number {
  const end = encodeText(suffix)
  // Few ids, as a rule none, end like that; only those are made into texts.
  const beginnings = new Set<string>()
  for (const lines of requests.sources) {
    for (let entry = 0; entry < lines.count; entry++) {
      if (lines.keyKinds[entry] !== TEXT_KEY || !endsWith(keyBytesAt(lines, entry), end)) continue
      beginnings.add(keyTextAt(lines, entry).slice(0, -suffix.length))
    }
  }
  if (beginnings.size === 0) return 0
  let count = 0
  for (const row of rows) {
    const { lines, entry } = sourceLineOf(requests, requestOf[row] as number)
    if (lines.keyKinds[entry] === TEXT_KEY && beginnings.has(keyTextAt(lines, entry))) count++
  }
  return count
}

function endsWith(bytes: Uint8Array, end: Uint8Array): boolean {
  const from = bytes.length - end.length
  return from >= 0 && end.every((byte, i) => bytes[from + i] === byte)
}
