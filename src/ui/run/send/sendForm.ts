// What is chosen for an upload. It lives as long as the panel.
import type { Refusal } from '../../../state/batch/estimate.ts'
import { PART_KEY, RUN_KEY } from '../../../state/batch/runRecord.ts'
import type { SendOptions } from '../../../state/batch/send.ts'
import { metadataOf, metadataProblems, type MetadataRow } from './metadataRows.ts'

export interface SendForm {
  readonly selection: SendOptions['selection']
  readonly rows: readonly MetadataRow[]
  /** Seconds; undefined for what the API does by itself. */
  readonly fileExpiry: number | undefined
  readonly outputExpiry: number | undefined
  readonly useEarlier: boolean
}

export const newSendForm: SendForm = {
  selection: 'all',
  rows: [],
  fileExpiry: undefined,
  outputExpiry: undefined,
  useEarlier: true,
}

/** Names that the app gives itself, to find a batch whose start was not answered. */
export const OWN_NAMES: readonly string[] = [RUN_KEY, PART_KEY]

/** Pairs that a batch can have are 16, by OpenAI's published schema. */
export const MAX_ROWS = 16 - OWN_NAMES.length

export function hasBadRows({ rows }: SendForm): boolean {
  return rows.length > MAX_ROWS || metadataProblems(rows, OWN_NAMES).size > 0
}

/** `hasEarlier`: the same content is at the API already. */
export function optionsOf(form: SendForm, hasEarlier: boolean): SendOptions {
  const { selection, rows, fileExpiry, outputExpiry, useEarlier } = form
  return {
    selection,
    metadata: metadataOf(rows),
    fileExpiry,
    outputExpiry,
    useEarlier: hasEarlier && useEarlier,
  }
}

/** What is left of the reasons to refuse the file, when lines that are invalid stay behind. */
export function refusalsOf(
  refusals: readonly Refusal[],
  selection: SendForm['selection'],
): readonly Refusal[] {
  return selection === 'all' ? refusals : refusals.filter(({ lines }) => lines === undefined)
}
