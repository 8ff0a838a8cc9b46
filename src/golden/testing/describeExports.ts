// What each export writes of a pairing: how much, what is left out and why, and the files by their
// beginning and a hash of their bytes.
import { createHash } from 'node:crypto'
import { JOINED_FIELDS, type PairExport } from '../../contracts/pairingApi.ts'
import type { PairingSession } from '../../pairing/session/pairingSession.ts'
import { cutText } from './cutText.ts'
import { valueOf } from './valueOf.ts'

const ALL = { filter: {}, order: 'requests' } as const

/** One of each kind; the type holds the list to be complete. */
const EXPORTS: { readonly [Kind in PairExport['kind']]: PairExport & { readonly kind: Kind } } = {
  retry: {
    kind: 'retry',
    options: {
      failed: true,
      missing: true,
      unusable: ['cut-off', 'filtered', 'refused', 'empty', 'not-json', 'schema-mismatch'],
    },
  },
  joinedJsonl: { kind: 'joinedJsonl', view: ALL, fields: JOINED_FIELDS },
  joinedCsv: { kind: 'joinedCsv', view: ALL, fields: JOINED_FIELDS, byteOrderMark: false },
  trainingSet: { kind: 'trainingSet', view: ALL },
  answers: { kind: 'answers', view: ALL },
  merged: { kind: 'merged' },
  report: { kind: 'report' },
}

/** Code units of the beginning of a file. */
const SHOWN = 300

export async function describeExports(pairing: PairingSession): Promise<string> {
  const told: string[] = []
  for (const what of Object.values(EXPORTS)) {
    const request = { jobId: 'export', what, baseName: 'batch' }
    const plan = valueOf(await pairing.planExport(request))
    const { files, written, leftOut } = valueOf(await pairing.exportBlobs(request, () => {}))
    told.push(
      `${what.kind}: ${plan.count} planned, ${written} written`,
      ...plan.notes.map((note) => `  ${note}`),
      ...leftOut.map(({ count, reason }) => `  left out ${count}: ${reason}`),
    )
    for (const { name, blob } of files) {
      const text = await blob.text()
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
      told.push(`  ${name} · ${blob.size} bytes · ${hash}`, `    ${cutText(text, SHOWN)}`)
    }
  }
  return told.join('\n')
}
