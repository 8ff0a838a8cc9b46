// The translations of one language, by the compiled English message.
import type { CompiledMessage } from 'icu-minify/format'

export type Catalogue = Readonly<Record<string, CompiledMessage>>

/** What a message is called in a catalogue. */
export function keyOf(source: CompiledMessage): string {
  return typeof source === 'string' ? source : JSON.stringify(source)
}
