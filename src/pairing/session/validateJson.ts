// Validates answers by the JSON that their requests want, in the background. Requests and answers may
// stand in any order of each other: first all requests are read in their order, for what they want,
// then all answers in theirs, so that each file is read once and from its beginning to its end.
import { breathe, type Job } from '../../base/jobs.ts'
import { needsJsonCheck, verdictNumberOf } from '../join/rowUsability.ts'
import type { WantsJson } from '../requestReading.ts'
import type { SchemaValidator } from '../schemaValidator.ts'
import { checkUsability } from '../usability.ts'
import { entryWindows, LOOKED_INTO } from './entryWindows.ts'
import {
  type Content,
  type OpenPairing,
  type OpenSource,
  placeEntry,
  readEntriesIfAny,
} from './openPairing.ts'
import { parseLine } from './readLine.ts'
import { NOT_KEPT, UNREAD, type WantedJson } from './wantedJson.ts'

export interface JsonValidation {
  readonly wanted: WantedJson
  readonly schemas: SchemaValidator | undefined
  readonly job: Job
  /** After each window. `done` of `total` answers are validated, `misfits` of them new and useless. */
  readonly onProgress: (done: number, total: number, misfits: number) => void
}

const UNJUDGED = verdictNumberOf('unvalidated')
const FITS = verdictNumberOf('fits')

/** Answers that are to be validated and are not yet, ascending. */
export function answersToValidate({ pairs, verdicts }: OpenPairing): Uint32Array<ArrayBuffer> {
  const answers = new Uint32Array(pairs.counts.succeeded)
  let count = 0
  for (let row = 0; row < pairs.count; row++) {
    if (!needsJsonCheck(pairs, row)) continue
    const answer = pairs.answerOf[row] as number
    if (verdicts[answer] === 0) answers[count++] = answer
  }
  return answers.slice(0, count).sort()
}

/** Fills in the verdicts. Lines that cannot be read stay unvalidated. Throws when the job is cancelled. */
export async function validateJson(
  pairing: OpenPairing,
  answers: Uint32Array<ArrayBuffer>,
  validating: JsonValidation,
): Promise<void> {
  const { job, onProgress } = validating
  await readWishes(pairing, answers, validating)
  let done = 0
  for (const window of entryWindows(pairing, 'answers', answers)) {
    const contents = await readEntriesIfAny(pairing, 'answers', window, LOOKED_INTO)
    const wishes = await wishesOf(pairing, window, validating)
    job.check()
    let misfits = 0
    for (const [i, answer] of window.entries()) {
      const { source } = placeEntry(pairing, 'answers', answer)
      const verdict = validateAnswer(source, contents[i] as Content, wishes[i], validating.schemas)
      pairing.verdicts[answer] = verdict
      if (verdict > FITS) misfits++
    }
    done += window.length
    onProgress(done, answers.length, misfits)
    await breathe()
  }
}

function requestOf({ pairs }: OpenPairing, answer: number): number {
  return pairs.requestOf[pairs.rowOfAnswer[answer] as number] as number
}

/** Requests that were not read before. */
async function readWishes(
  pairing: OpenPairing,
  answers: Uint32Array,
  { wanted, job, onProgress }: JsonValidation,
): Promise<void> {
  const requests = answers.map((answer) => requestOf(pairing, answer)).sort()
  const unread = requests.filter((request) => pairing.wantedJson[request] === UNREAD)
  for (const window of entryWindows(pairing, 'requests', unread)) {
    const contents = await readEntriesIfAny(pairing, 'requests', window, LOOKED_INTO)
    job.check()
    for (const [i, request] of window.entries()) {
      const content = contents[i] as Content
      if (content.failure) continue
      pairing.wantedJson[request] = wanted.numberOf(wishIn(pairing, request, content))
    }
    onProgress(0, answers.length, 0)
    await breathe()
  }
}

function wishIn(pairing: OpenPairing, request: number, content: Content): WantsJson | undefined {
  const { provider } = placeEntry(pairing, 'requests', request).source
  const record = parseLine(content)
  return record === undefined ? undefined : provider.readRequest(record).wantsJson
}

/** [i]: what the request of answers[i] wants. Wishes that are not kept are read again. */
async function wishesOf(
  pairing: OpenPairing,
  answers: Uint32Array,
  { wanted, job }: JsonValidation,
): Promise<(WantsJson | undefined)[]> {
  const requests = [...answers].map((answer) => requestOf(pairing, answer))
  const unkept = Uint32Array.from(
    requests.filter((request) => pairing.wantedJson[request] === NOT_KEPT),
  ).sort()
  const again = new Map<number, WantsJson | undefined>()
  for (const window of entryWindows(pairing, 'requests', unkept)) {
    const contents = await readEntriesIfAny(pairing, 'requests', window, LOOKED_INTO)
    job.check()
    for (const [i, request] of window.entries()) {
      again.set(request, wishIn(pairing, request, contents[i] as Content))
    }
  }
  return requests.map(
    (request) => again.get(request) ?? wanted.wishOf(pairing.wantedJson[request] as number),
  )
}

/** A number of JSON_VERDICTS. Where there is nothing to look into, nothing is said against it. */
function validateAnswer(
  { provider }: OpenSource,
  content: Content,
  wish: WantsJson | undefined,
  schemas: SchemaValidator | undefined,
): number {
  if (content.failure || content.line === 0) return UNJUDGED
  const record = parseLine(content)
  if (record === undefined || wish === undefined) return FITS
  const findings = checkUsability(provider.readAnswer(record), wish, schemas)
  for (const { reason } of findings) {
    if (reason === 'not-json' || reason === 'schema-mismatch') return verdictNumberOf(reason)
  }
  // Without the validator nothing is known of a schema.
  return wish.schema === undefined || schemas ? FITS : UNJUDGED
}
