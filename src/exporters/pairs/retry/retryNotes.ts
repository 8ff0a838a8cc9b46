// What the user should know of a retry file before it is written.
import { groupNumber } from '../../../base/groupNumber.ts'
import type { ProviderDefinition } from '../../../pairing/defineProvider.ts'
import type { ExportRow } from '../exportRow.ts'
import type { PlanNotes, PlannedRows } from '../planNotes.ts'
import { raisesLimit, type RequestChanges } from './changeRequest.ts'
import type { Resent } from './retryOptions.ts'
import { severalFilesNote } from './severalFilesNote.ts'
import { suffixNotes } from './suffixNotes.ts'

/** How requests take the changes: each count with what it says of one request, and of several. */
type Tally = readonly (readonly [count: number, one: string, many: string])[]

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

  function list(plan: PlannedRows): readonly string[] {
    const tally: Tally = [
      [
        withoutLimit,
        'sets no limit of tokens; it gets the new one',
        'set no limit of tokens; they get the new one',
      ],
      [
        withHigherLimit,
        'has a limit that is not lower and keeps it',
        'have a limit that is not lower and keep it',
      ],
      [
        limitless,
        'is of a kind without a limit of tokens',
        'are of a kind without a limit of tokens',
      ],
      [withoutModel, 'names no model; the batch job does', 'name no model; the batch job does'],
    ]
    const notes = tally
      .filter(([count]) => count > 0)
      .map(([count, one, many]) =>
        plan.isSample ? `Some requests ${many}.` : requestsNote(count, one, many),
      )
    if (idSuffix !== undefined) notes.push(...suffixNotes(plan, idSuffix))
    if (tokenLimit === undefined && resend.includes('cut-off')) {
      notes.push('Answers that were cut off will be again, unless more tokens are allowed.')
    }
    notes.push(...unvalidatedNote(plan, resend))
    if (plan.fileCount > 1) notes.push(severalFilesNote([...providers], hasUrls))
    return notes
  }

  return { seeRow, list }
}

function requestsNote(count: number, one: string, many: string): string {
  return count === 1 ? `1 request ${one}.` : `${groupNumber(count)} requests ${many}.`
}

function unvalidatedNote(plan: PlannedRows, resend: readonly Resent[]): string[] {
  if (!resend.includes('not-json') && !resend.includes('schema-mismatch')) return []
  const count = plan.countUnvalidated()
  if (count === 0) return []
  return [
    requestsNote(
      count,
      'is not in it yet: its answer is still being validated by the JSON that it asks for',
      'are not in it yet: their answers are still being validated by the JSON that they ask for',
    ),
  ]
}
