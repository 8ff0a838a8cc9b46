// What the page holds of each open document besides its tab: its worker, the log of its commands,
// where its table was scrolled to. All of it is made in the scope of the document and goes with it, so
// nobody has a table by document to clear, and nothing of a closed document stays behind.
import { assert } from '../base/assert.ts'
import type { DocumentKey } from './store.ts'

/** One thing that every open document has. */
export interface DocumentSlot<T> {
  /**
   * What is in it, made on first use. A document that is closed has nothing: whoever comes late gets a
   * new value that nobody keeps.
   */
  readonly of: (key: DocumentKey) => T
}

/** By slot, what was made; and how each is ended. */
interface Scope {
  readonly values: Map<unknown, unknown>
  readonly endings: (() => void)[]
}

const scopes = new Map<DocumentKey, Scope>()

/** To be called once for a document, before anything is put into a slot of it. */
export function openScope(key: DocumentKey): void {
  assert(!scopes.has(key), `${key} is opened once`)
  scopes.set(key, { values: new Map(), endings: [] })
}

/** Ends all that was made for the document, the latest first. Nothing happens when it is not open. */
export function closeScope(key: DocumentKey): void {
  const scope = scopes.get(key)
  scopes.delete(key)
  for (const end of scope?.endings.toReversed() ?? []) end()
}

/** `dispose` ends what `create` made, when the document is closed. */
export function documentSlot<T>(create: () => T, dispose?: (value: T) => void): DocumentSlot<T> {
  const slot: DocumentSlot<T> = {
    of(key) {
      const scope = scopes.get(key)
      if (!scope) return create()
      if (scope.values.has(slot)) return scope.values.get(slot) as T
      const value = create()
      scope.values.set(slot, value)
      if (dispose) scope.endings.push(() => dispose(value))
      return value
    },
  }
  return slot
}
