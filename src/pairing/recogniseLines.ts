// Which provider's lines these are, and whether they ask or answer.
import type { ProviderDefinition } from './defineProvider.ts'
import { providers } from './providerRegistry.ts'

export type Role = 'request' | 'result'

export interface RecognisedLine {
  readonly provider: ProviderDefinition
  readonly role: Role
  /** Values of the sample that speak for it. */
  readonly count: number
}

export function recogniseLine(
  record: unknown,
): { readonly provider: ProviderDefinition; readonly role: Role } | undefined {
  for (const provider of providers) {
    if (provider.isResult(record)) return { provider, role: 'result' }
    if (provider.isRequest(record)) return { provider, role: 'request' }
  }
  return undefined
}

/**
 * What most of a sample of parsed lines are; undefined when none is recognised. Lines of other kinds
 * in between do not matter: real files have blank, broken and foreign lines.
 */
export function recogniseLines(records: Iterable<unknown>): RecognisedLine | undefined {
  const counts = new Map<string, RecognisedLine>()
  for (const record of records) {
    const found = recogniseLine(record)
    if (!found) continue
    const name = `${found.provider.id} ${found.role}`
    counts.set(name, { ...found, count: (counts.get(name)?.count ?? 0) + 1 })
  }
  return [...counts.values()].reduce<RecognisedLine | undefined>(
    (best, next) => (best && best.count >= next.count ? best : next),
    undefined,
  )
}
