// Queries that were run lately, and those that the user gave a name: kept on the device, to be forgotten there.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { isObject } from '../../json/jsonPath.ts'

export interface NamedQuery {
  readonly name: string
  readonly text: string
}

export interface KeptQueries {
  /** Newest first, each once. */
  readonly recent: readonly string[]
  /** In the order of their names, each name once. */
  readonly named: readonly NamedQuery[]
}

const KEY = 'lineproof.queries'

/** More would not be looked through. */
const MOST_RECENT = 20
const MOST_NAMED = 100

/** Code units; longer queries are not kept: storage is small. */
const LONGEST_KEPT = 4096
const LONGEST_NAME = 100

export const queriesStore = createStore<KeptQueries>()(() => readQueries())

export function useQueries<T>(pick: (queries: KeptQueries) => T): T {
  return useStore(queriesStore, pick)
}

/** What was stored of them and makes sense; none when storage is switched off. */
export function readQueries(): KeptQueries {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (!isObject(stored)) return { recent: [], named: [] }
    const { recent, named } = stored
    return {
      recent: Array.isArray(recent) ? recent.filter(isText).slice(0, MOST_RECENT) : [],
      named: Array.isArray(named) ? named.flatMap(namedIn).slice(0, MOST_NAMED) : [],
    }
  } catch {
    return { recent: [], named: [] }
  }
}

/** A query was run: it comes first. */
export function rememberQuery(text: string): void {
  if (!isText(text)) return
  const { recent } = queriesStore.getState()
  keep({ recent: [text, ...recent.filter((other) => other !== text)].slice(0, MOST_RECENT) })
}

export function forgetRecentQueries(): void {
  keep({ recent: [] })
}

/** Takes the place of one of the same name. False where it is too long, or there are too many. */
export function nameQuery(name: string, text: string): boolean {
  const query = { name: name.trim().slice(0, LONGEST_NAME), text }
  const others = queriesStore.getState().named.filter((other) => other.name !== query.name)
  if (query.name === '' || !isText(text) || others.length >= MOST_NAMED) return false
  keep({ named: [...others, query].toSorted((a, b) => (a.name < b.name ? -1 : 1)) })
  return true
}

export function forgetQuery(name: string): void {
  keep({ named: queriesStore.getState().named.filter((query) => query.name !== name) })
}

function keep(changed: Partial<KeptQueries>): void {
  queriesStore.setState(changed)
  try {
    localStorage.setItem(KEY, JSON.stringify(queriesStore.getState()))
  } catch {
    // Storage is switched off or full: they hold until the page is closed.
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_KEPT
}

function namedIn(value: unknown): readonly NamedQuery[] {
  if (!isObject(value)) return []
  const { name, text } = value
  return typeof name === 'string' && name !== '' && isText(text) ? [{ name, text }] : []
}
