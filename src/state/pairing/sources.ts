// The documents that take part, and how each is read.
import type { PairReading } from '../../contracts/pairSourceApi.ts'
import type { PairSourceSetup } from '../../contracts/pairingApi.ts'
import type { PairRole } from '../../pairing/pairLines.ts'
import { type DocumentKey, findDocument } from '../store.ts'
import { pairingStore } from './pairingStore.ts'
import { attachDocument } from './pairingWorker.ts'
import { runPairing } from './runPairing.ts'

/** For a document that nothing is known of: the lines that most people have. */
const USUAL_PROVIDER = 'openai'

/** Takes documents in, after those of their role. Does not pair yet. */
export function addSources(readings: ReadonlyMap<DocumentKey, PairReading>): void {
  const added = [...readings].map(([key, reading]) => ({
    ...reading,
    key,
    name: findDocument(key)?.name ?? '',
  }))
  pairingStore.setState(({ sources, leftOut }) => ({
    sources: inOrder([...sources.filter(({ key }) => !readings.has(key)), ...added]),
    leftOut: leftOut.filter((key) => !readings.has(key)),
  }))
}

/** Takes in a document that was left out, as what is still missing. */
export async function addLeftOut(key: DocumentKey): Promise<void> {
  const { sources } = pairingStore.getState()
  const hasRequests = sources.some((source) => source.role === 'requests')
  const providerId = sources[0]?.providerId ?? USUAL_PROVIDER
  if (!attachDocument(key)) return
  addSources(new Map([[key, { role: hasRequests ? 'answers' : 'requests', providerId }]]))
  await runPairing()
}

/** Leaves a document out; it stays open. */
export async function removeSource(key: DocumentKey): Promise<void> {
  pairingStore.setState(({ sources, leftOut }) => ({
    sources: sources.filter((source) => source.key !== key),
    leftOut: [...leftOut, key],
  }))
  await runPairing()
}

export async function setRole(key: DocumentKey, role: PairRole): Promise<void> {
  await changeSources((sources) =>
    inOrder(sources.map((source) => (source.key === key ? { ...source, role } : source))),
  )
}

/** Where the key is, such as `meta.id`; an empty text stands for the provider's place. */
export async function setKeyPath(key: DocumentKey, text: string): Promise<void> {
  const keyPath = text.trim() === '' ? undefined : text.trim()
  if (pairingStore.getState().sources.find((source) => source.key === key)?.keyPath === keyPath) {
    return
  }
  await changeSources((sources) =>
    sources.map((source) => (source.key === key ? { ...source, keyPath } : source)),
  )
}

/** Moves a document among those of its role: -1 makes it earlier, 1 later. */
export async function moveSource(key: DocumentKey, by: -1 | 1): Promise<void> {
  await changeSources((sources) => moved(sources, key, by))
}

/** The list with a source exchanged for its neighbour, when that has the same role. */
function moved(
  sources: readonly PairSourceSetup[],
  key: DocumentKey,
  by: -1 | 1,
): readonly PairSourceSetup[] {
  const at = sources.findIndex((source) => source.key === key)
  const one = sources[at]
  const other = sources[at + by]
  if (!one || !other || one.role !== other.role) return sources
  return sources.map((source) => (source === one ? other : source === other ? one : source))
}

/** Requests first; the order within a role stays. */
function inOrder(sources: readonly PairSourceSetup[]): readonly PairSourceSetup[] {
  return [
    ...sources.filter((source) => source.role === 'requests'),
    ...sources.filter((source) => source.role === 'answers'),
  ]
}

async function changeSources(
  change: (sources: readonly PairSourceSetup[]) => readonly PairSourceSetup[],
): Promise<void> {
  const before = pairingStore.getState().sources
  const sources = change(before)
  if (sources === before) return
  pairingStore.setState({ sources })
  await runPairing()
}
