// What each export writes of a pairing: how much, what is left out and why, and the files by their
// beginning and a hash of their bytes.
import { createHash } from 'node:crypto'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { OptionSpecs, OptionValue } from '../../pairing/exportOptions.ts'
import type { PairingSession } from '../../pairing/session/pairingSession.ts'
import { cutText } from './cutText.ts'
import { valueOf } from '../../base/testing/valueOf.ts'

const ALL_ROWS = { filter: {}, order: 'requests' } as const

/** Code units of the beginning of a file. */
const SHOWN = 300

export async function describeExports(pairing: PairingSession): Promise<string> {
  const told: string[] = []
  for (const { id, options } of valueOf(await pairing.exporters())) {
    const request = {
      jobId: 'export',
      exporterId: id,
      view: ALL_ROWS,
      options: withAllItems(options),
    }
    const plan = inEnglish(valueOf(await pairing.planExport(request)))
    const { files, written, leftOut } = valueOf(await pairing.exportBlobs(request, () => {}))
    told.push(
      `${id}: ${plan.count} planned, ${written} written`,
      ...plan.notes.map((note) => `  ${note}`),
      ...inEnglish(leftOut).map(({ count, reason }) => `  left out ${count}: ${reason}`),
    )
    for (const { name, blob } of files) {
      const text = await blob.text()
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
      told.push(`  ${name} · ${blob.size} bytes · ${hash}`, `    ${cutText(text, SHOWN)}`)
    }
  }
  return told.join('\n')
}

/** Of every list all items, such as all fields; everything else as the export has it. */
function withAllItems(specs: OptionSpecs): Readonly<Record<string, OptionValue>> {
  return Object.fromEntries(
    Object.entries(specs).flatMap(([name, spec]) =>
      spec.kind === 'list' ? [[name, spec.items.map(({ value }) => value)]] : [],
    ),
  )
}
