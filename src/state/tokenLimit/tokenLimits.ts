// The limits of enqueued prompt tokens that the user has set, by model: OpenAI gives each organisation others, and
// shows them on its limits page alone. They are kept on the device.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

export interface TokenLimits {
  /** By model; under '' for files that name several or none. Whole tokens, 1 or more. */
  readonly limits: Readonly<Record<string, number>>
}

const KEY = 'lineproof.tokenLimits'

/** More are from a script. */
const MAX_LIMITS = 200

export const tokenLimitsStore = createStore<TokenLimits>()(() => ({ limits: readTokenLimits() }))

export function useTokenLimits<T>(pick: (limits: TokenLimits) => T): T {
  return useStore(tokenLimitsStore, pick)
}

/** What was stored of them and makes sense; none when storage is switched off. */
export function readTokenLimits(): TokenLimits['limits'] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    const entries = Object.entries(stored) as [string, unknown][]
    return Object.fromEntries(entries.filter(isLimit).slice(0, MAX_LIMITS))
  } catch {
    return {}
  }
}

/** Undefined: there is none. */
export function setTokenLimit(model: string, limit: number | undefined): void {
  const { [model]: _, ...others } = tokenLimitsStore.getState().limits
  const limits = limit === undefined ? others : { ...others, [model]: limit }
  tokenLimitsStore.setState({ limits })
  try {
    localStorage.setItem(KEY, JSON.stringify(limits))
  } catch {
    // Storage is switched off: the limit holds until the page is closed.
  }
}

function isLimit(entry: [string, unknown]): entry is [string, number] {
  const [, limit] = entry
  return Number.isSafeInteger(limit) && Number(limit) > 0
}
