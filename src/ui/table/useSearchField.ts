// What is typed into the search of a table: it is searched for a moment after typing stops, Enter does
// so at once, Escape stops a running search and then clears it.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

/** Milliseconds without typing before a file of a gigabyte is searched. */
const TYPING_PAUSE = 250

export interface TextQuery {
  readonly text: string
  readonly matchCase: boolean
}

interface SearchFieldOptions<Query extends TextQuery> {
  /** What was last searched for. */
  readonly shown: Query
  readonly isSearching: boolean
  /** Asked for elsewhere: it takes the place of what is typed. */
  readonly given?: Query | undefined
  readonly search: (query: Query) => Promise<void>
  readonly cancel: () => Promise<void>
  /** `query`: as typed, without its text. */
  readonly clear: (query: Query) => Promise<void>
  /** Such a query is searched for with Enter alone: what is half typed means nothing. */
  readonly waitsForEnter?: (query: Query) => boolean
  /** Enter or F3; `search` on Enter when absent. Not called for an empty text. */
  readonly onEnter?: (press: KeyboardEvent<HTMLInputElement>) => void
  /** Escape when there is nothing to stop or clear. */
  readonly onLeave?: () => void
}

export interface SearchFieldState<Query extends TextQuery> {
  /** As typed. */
  readonly query: Query
  readonly change: (part: Partial<Query>) => void
  readonly clear: () => void
  /** Searches for what is typed, unless that was done; whether it was not. */
  readonly start: () => Promise<boolean>
  /** Takes the place of what is typed, and is searched for at once. */
  readonly run: (part: Partial<Query>) => Promise<void>
  readonly handleKey: (press: KeyboardEvent<HTMLInputElement>) => void
}

export function useSearchField<Query extends TextQuery>(
  options: SearchFieldOptions<Query>,
): SearchFieldState<Query> {
  const { shown, isSearching } = options
  const [query, setQuery] = useState(shown)
  const [known, setKnown] = useState(shown)
  if (shown !== known) {
    setKnown(shown)
    // Cleared from elsewhere. Any other query that comes from here is older than what is typed.
    if (shown.text === '') setQuery(shown)
  }
  const [knownGiven, setKnownGiven] = useState(options.given)
  if (options.given !== knownGiven) {
    setKnownGiven(options.given)
    if (options.given) setQuery(options.given)
  }
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  /** The query that was last handed on, whatever became of it. */
  const started = useRef(shown)
  useEffect(() => () => clearTimeout(pause.current), [])

  const begin = async (next: Query): Promise<void> => {
    clearTimeout(pause.current)
    started.current = next
    await options.search(next)
  }
  const change = (part: Partial<Query>): void => {
    const next = { ...query, ...part }
    setQuery(next)
    clearTimeout(pause.current)
    if (next.text !== '' && options.waitsForEnter?.(next)) return
    pause.current = setTimeout(() => void begin(next), next.text === '' ? 0 : TYPING_PAUSE)
  }
  const clear = (): void => {
    clearTimeout(pause.current)
    const empty = { ...query, text: '' }
    setQuery(empty)
    started.current = empty
    void options.clear(empty)
  }
  const handleKey = (press: KeyboardEvent<HTMLInputElement>): void => {
    // Enter ends the choice of a character in an input method.
    if (press.nativeEvent.isComposing) return
    const isStep = press.key === 'F3' && options.onEnter !== undefined && query.text !== ''
    if (press.key === 'Enter' || isStep) {
      press.preventDefault()
      if (query.text === '') return
      if (options.onEnter) options.onEnter(press)
      else void begin(query)
    } else if (press.key === 'Escape' && (query.text !== '' || isSearching)) {
      press.preventDefault()
      press.stopPropagation()
      if (isSearching) void options.cancel()
      else clear()
    } else if (press.key === 'Escape') {
      options.onLeave?.()
    }
  }
  const start = async (): Promise<boolean> => {
    if (started.current === query) return false
    await begin(query)
    return true
  }
  const run = async (part: Partial<Query>): Promise<void> => {
    const next = { ...query, ...part }
    setQuery(next)
    await begin(next)
  }
  return { query, change, clear, start, run, handleKey }
}
