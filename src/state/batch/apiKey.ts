// The only place where the page has the key of the API: in memory, and in this tab's session storage when the
// user has ticked that. It is handed to the worker that connects, and to nothing else.
import { Secret } from '../../batch/secret.ts'

const STORAGE_KEY = 'lineproof.apiKey'

interface Kept {
  readonly secret: Secret
  /** Where it was used; nowhere yet: undefined. It is never sent to another place. */
  readonly usedAt: string | undefined
}

let kept: Kept | undefined

export function apiKey(): Secret | undefined {
  return kept?.secret
}

/** Takes the place of the one before. */
export function keepApiKey(key: string): void {
  kept = { secret: new Secret(key), usedAt: undefined }
}

export function dropApiKey(): void {
  kept = undefined
  removeStoredKey()
}

/** Whether it may be sent there: it was used there alone, or nowhere. */
export function belongsTo(baseUrl: string): boolean {
  return kept?.usedAt === undefined || kept.usedAt === originOf(baseUrl)
}

/** It is sent there from now on, and nowhere else. */
export function takeKeyTo(baseUrl: string): void {
  if (kept) kept = { ...kept, usedAt: originOf(baseUrl) }
}

/** Whether it could be: some browsers keep nothing. */
export function storeApiKey(baseUrl: string): boolean {
  if (!kept || !belongsTo(baseUrl)) return false
  try {
    const entry = { key: kept.secret.reveal(), baseUrl }
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(entry))
    return true
  } catch {
    return false
  }
}

export function removeStoredKey(): void {
  try {
    sessionStorage.removeItem(STORAGE_KEY)
  } catch {
    // Then none was stored.
  }
}

/** Takes the stored key, where there is one, and says for which base URL it is. */
export function restoreApiKey(): string | undefined {
  try {
    const entry: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null')
    if (typeof entry !== 'object' || entry === null) return undefined
    const { key, baseUrl } = entry as { readonly key?: unknown; readonly baseUrl?: unknown }
    if (typeof key !== 'string' || key === '' || typeof baseUrl !== 'string') return undefined
    kept = { secret: new Secret(key), usedAt: originOf(baseUrl) }
    return baseUrl
  } catch {
    return undefined
  }
}

/** What an API answered, without the key, which a hostile one may echo. Files are left as they are. */
export function withoutKey<T>(answer: T): T {
  return kept ? (hide(answer, kept.secret) as T) : answer
}

function hide(value: unknown, secret: Secret): unknown {
  if (typeof value === 'string') return secret.hideIn(value)
  if (Array.isArray(value)) return value.map((item) => hide(item, secret))
  if (typeof value !== 'object' || value === null) return value
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      secret.hideIn(key),
      // The text of a message is our own.
      key === 'source' ? part : hide(part, secret),
    ]),
  )
}

function originOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).origin : baseUrl
}
