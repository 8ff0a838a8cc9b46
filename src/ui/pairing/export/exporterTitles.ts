// The ways out of a pairing, as they are offered.
import type { PairExportKind } from '../../../state/pairing/exportChoices.ts'

export interface Way {
  readonly kind: PairExportKind
  readonly title: string
  readonly summary: string
}

export const WAYS: readonly Way[] = [
  {
    kind: 'retry',
    title: 'Retry file',
    summary: 'What should be sent again, as batch input. Requests stay as they are, byte by byte.',
  },
  {
    kind: 'joinedJsonl',
    title: 'Joined results (JSONL)',
    summary: 'Request and answer in one line, with the fields that you choose.',
  },
  {
    kind: 'joinedCsv',
    title: 'Joined results (CSV)',
    summary: 'The same as a table for spreadsheets. No cell can run as a formula.',
  },
  {
    kind: 'trainingSet',
    title: 'Training set',
    summary: 'Prompts with their usable answers, as chat fine-tuning lines.',
  },
  {
    kind: 'answers',
    title: 'Answers only, in request order',
    summary: 'The lines of the answers as they are, one for each request that has one.',
  },
  {
    kind: 'merged',
    title: 'Merged output',
    summary: 'All answer files as one. Of several answers to a request, the one that counts.',
  },
  {
    kind: 'report',
    title: 'Report (Markdown)',
    summary: 'Counts, errors, tokens and costs, to keep or to pass on.',
  },
]
