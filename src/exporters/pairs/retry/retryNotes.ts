// What the user should know of a retry file before it is written.
import { type Message, msg } from '../../../i18n/message.ts'
import type { ProviderDefinition } from '../../../pairing/defineProvider.ts'
import type { ExportRow } from '../exportRow.ts'
import type { PlanNotes, PlannedRows } from '../planNotes.ts'
import { raisesLimit, type RequestChanges } from './changeRequest.ts'
import type { Resent } from './retryOptions.ts'
import { severalFilesNote } from './severalFilesNote.ts'
import { suffixNotes } from './suffixNotes.ts'

/** What a change means for some requests: how many they are, and what is said of all or of a sample. */
interface Tally {
  readonly count: number
  readonly note: Message
  readonly ofSample: Message
}

export function retryNotes(changes: RequestChanges, resend: readonly Resent[]): PlanNotes {
  const { model, tokenLimit, idSuffix } = changes
  const providers = new Set<ProviderDefinition>()
  let withoutLimit = 0
  let withHigherLimit = 0
  let limitless = 0
  let withoutModel = 0
  let hasUrls = false

  function seeRow({ request }: ExportRow): void {
    const content = request?.content
    if (!content) return
    providers.add(request.provider)
    hasUrls ||= content.url !== undefined
    if (model !== undefined && !content.modelPath) withoutModel++
    if (tokenLimit === undefined) return
    if (!content.tokenLimit) limitless++
    else if (content.tokenLimit.value === undefined) withoutLimit++
    else if (!raisesLimit(content, tokenLimit)) withHigherLimit++
  }

  function list(plan: PlannedRows): readonly Message[] {
    const tallies: readonly Tally[] = [
      {
        count: withoutLimit,
        note: msg(
          '{count, plural, one {# request sets no limit of tokens; it gets the new one.} other {# requests set no limit of tokens; they get the new one.}}',
          { count: withoutLimit },
        ),
        ofSample: msg('Some requests set no limit of tokens; they get the new one.'),
      },
      {
        count: withHigherLimit,
        note: msg(
          '{count, plural, one {# request has a limit that is not lower and keeps it.} other {# requests have a limit that is not lower and keep it.}}',
          { count: withHigherLimit },
        ),
        ofSample: msg('Some requests have a limit that is not lower and keep it.'),
      },
      {
        count: limitless,
        note: msg(
          '{count, plural, one {# request is of a kind without a limit of tokens.} other {# requests are of a kind without a limit of tokens.}}',
          { count: limitless },
        ),
        ofSample: msg('Some requests are of a kind without a limit of tokens.'),
      },
      {
        count: withoutModel,
        note: msg(
          '{count, plural, one {# request names no model; the batch job does.} other {# requests name no model; the batch job does.}}',
          { count: withoutModel },
        ),
        ofSample: msg('Some requests name no model; the batch job does.'),
      },
    ]
    const notes = tallies
      .filter(({ count }) => count > 0)
      .map(({ note, ofSample }) => (plan.isSample ? ofSample : note))
    if (idSuffix !== undefined) notes.push(...suffixNotes(plan, idSuffix))
    if (tokenLimit === undefined && resend.includes('cut-off')) {
      notes.push(msg('Answers that were cut off will be again, unless more tokens are allowed.'))
    }
    notes.push(...unvalidatedNote(plan, resend))
    if (plan.fileCount > 1) notes.push(severalFilesNote([...providers], hasUrls))
    return notes
  }
  return { seeRow, list }
}

function unvalidatedNote(plan: PlannedRows, resend: readonly Resent[]): readonly Message[] {
  if (!resend.includes('not-json') && !resend.includes('schema-mismatch')) return []
  const count = plan.countUnvalidated()
  if (count === 0) return []
  return [
    msg(
      '{count, plural, one {# request is not in it yet: its answer is still being validated by the JSON that it asks for.} other {# requests are not in it yet: their answers are still being validated by the JSON that they ask for.}}',
      { count },
    ),
  ]
}
