// What the user chose to export from a pairing, and the export that it makes. Choices of one kind
// stay while another kind is looked at.
import { fail, ok, type Result } from '../../base/result.ts'
import type { Unusable } from '../../pairing/usability.ts'
import {
  JOINED_FIELDS,
  type JoinedField,
  type PairExport,
  type PairingFacts,
  type PairView,
  type RetryOptions,
} from '../../contracts/pairingApi.ts'

export type PairExportKind = PairExport['kind']

export interface RetryChoices {
  readonly failed: boolean
  readonly missing: boolean
  readonly unusable: readonly Unusable[]
  /** As typed; empty: as in the requests. */
  readonly model: string
  readonly tokenLimit: string
  readonly idSuffix: string
}

export interface FieldChoice {
  readonly field: JoinedField
  readonly isChosen: boolean
}

export interface PairExportChoices {
  readonly kind: PairExportKind
  /** Only rows that the filter of the table lets through, where it has one. */
  readonly onlyShown: boolean
  readonly retry: RetryChoices
  /** All fields, in the order in which the chosen ones are written. */
  readonly fields: readonly FieldChoice[]
  readonly byteOrderMark: boolean
}

const USUAL_FIELDS: ReadonlySet<JoinedField> = new Set([
  'custom_id',
  'outcome',
  'error_code',
  'error_message',
  'finish_reason',
  'model',
  'prompt',
  'answer',
  'total_tokens',
])

export const usualChoices: PairExportChoices = {
  kind: 'retry',
  onlyShown: false,
  retry: { failed: true, missing: true, unusable: [], model: '', tokenLimit: '', idSuffix: '' },
  fields: JOINED_FIELDS.map((field) => ({ field, isChosen: USUAL_FIELDS.has(field) })),
  byteOrderMark: true,
}

/** Whether the table shows less than all pairs. */
export function isFiltered({ filter }: PairView): boolean {
  return Object.values(filter).some((condition) => condition !== undefined)
}

/** Whether rows of the table can be chosen for an export of this kind. */
export function takesView(kind: PairExportKind): boolean {
  return kind !== 'merged' && kind !== 'report'
}

/** Whether an export of this kind is made of requests, so that answers alone are not enough. */
export function needsRequests(kind: PairExportKind): boolean {
  return kind === 'retry' || kind === 'trainingSet'
}

/** The export that is chosen, or what is missing from the choice. `view`: what the table shows. */
export function exportOf(choices: PairExportChoices, view: PairView): Result<PairExport> {
  const { kind, fields, byteOrderMark } = choices
  const shown = choices.onlyShown && isFiltered(view) ? view : undefined
  const rows = shown ?? { ...view, filter: {} }
  switch (kind) {
    case 'retry':
      return retryOf(choices.retry, shown && withoutGroups(shown))
    case 'joinedJsonl':
    case 'joinedCsv': {
      const chosen = fields.filter(({ isChosen }) => isChosen).map(({ field }) => field)
      if (chosen.length === 0) return fail('no-fields', 'Choose at least one field.')
      return ok(
        kind === 'joinedCsv'
          ? { kind, view: rows, fields: chosen, byteOrderMark }
          : { kind, view: rows, fields: chosen },
      )
    }
    case 'trainingSet':
      return ok({ kind, view: withoutGroups(rows) })
    case 'answers':
      return ok({ kind, view: { ...withoutGroups(rows), order: 'requests' } })
    case 'merged':
    case 'report':
      return ok({ kind })
  }
}

function retryOf(choices: RetryChoices, onlyView: PairView | undefined): Result<PairExport> {
  const { failed, missing, unusable } = choices
  if (!failed && !missing && unusable.length === 0) {
    return fail('nothing-to-retry', 'Choose what to send again.')
  }
  const limit = parseTokenLimit(choices.tokenLimit)
  if (!limit.ok) return limit
  const model = choices.model.trim()
  const idSuffix = choices.idSuffix.trim()
  const options: RetryOptions = {
    failed,
    missing,
    unusable,
    ...(onlyView && { onlyView }),
    ...(model !== '' && { model }),
    ...(limit.value !== undefined && { tokenLimit: limit.value }),
    ...(idSuffix !== '' && { idSuffix }),
  }
  return ok({ kind: 'retry', options })
}

/** No provider allows more; a longer number is a slip of the hand. */
const LARGEST_LIMIT = 100_000_000

/** A count of tokens as people type it, separators between groups of digits allowed; '' is none. */
export function parseTokenLimit(typed: string): Result<number | undefined> {
  const text = typed.trim()
  if (text === '') return ok(undefined)
  const digits = text.replace(/[,.'_\u00a0\u202f ](?=\d{3}(?!\d))/g, '')
  const value = Number(digits)
  if (!/^\d+$/.test(digits) || value < 1 || value > LARGEST_LIMIT) {
    return fail(
      'bad-token-limit',
      'The token limit has to be a whole number of tokens, such as 4,000.',
    )
  }
  return ok(value)
}

/** Rows are pairs, not groups; the condition on a group still needs the rule. */
function withoutGroups(view: PairView): PairView {
  return view.filter.group === undefined ? { filter: view.filter, order: view.order } : view
}

/** One place up (-1) or down (1); a field at the end stays. */
export function moveField(
  fields: readonly FieldChoice[],
  field: JoinedField,
  by: -1 | 1,
): readonly FieldChoice[] {
  const from = fields.findIndex((choice) => choice.field === field)
  const moved = fields[from]
  const to = from + by
  if (!moved || to < 0 || to >= fields.length) return fields
  return fields.toSpliced(from, 1).toSpliced(to, 0, moved)
}

const NAME_ENDINGS: Readonly<Record<PairExportKind, string>> = {
  retry: 'retry',
  joinedJsonl: 'joined',
  joinedCsv: 'joined',
  trainingSet: 'training',
  answers: 'answers',
  merged: 'merged',
  report: 'report',
}

/** What the new file is called, without its ending: after the first requests, merged after the answers. */
export function baseNameOf(
  kind: PairExportKind,
  { sources }: Pick<PairingFacts, 'sources'>,
): string {
  const role = kind === 'merged' ? 'answers' : 'requests'
  const name = (sources.find((source) => source.role === role) ?? sources[0])?.name ?? 'pairs'
  const dot = name.lastIndexOf('.')
  return `${dot > 0 ? name.slice(0, dot) : name}-${NAME_ENDINGS[kind]}`
}
