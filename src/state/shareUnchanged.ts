// What the worker sends is a fresh copy every time, every `REPORT_INTERVAL` (base/progress.ts) while it
// reads. Parts that say the same as before are replaced by those of before, so that anyone who shows them
// can tell by `===` that there is nothing to render again.

/**
 * A value equal to `next` that has every part of `before` which is equal, at the same place, as that
 * very object; `before` itself when all is equal. For plain data without cycles.
 */
export function shareUnchanged<T>(before: unknown, next: T): T {
  return share(before, next) as T
}

/** Whether two values say the same. For plain data without cycles. */
export function isUnchanged(before: unknown, next: unknown): boolean {
  return Object.is(share(before, next), before)
}

function share(before: unknown, next: unknown): unknown {
  if (Object.is(before, next)) return before
  if (Array.isArray(before) && Array.isArray(next)) return shareItems(before, next)
  if (isRecord(before) && isRecord(next)) return shareEntries(before, next)
  return next
}

function shareItems(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const items = next.map((item, at) => (at < before.length ? share(before[at], item) : item))
  // Object.is, as above: NaN is no reason to draw anything again.
  const isSame =
    items.length === before.length && items.every((item, at) => Object.is(item, before[at]))
  return isSame ? before : items
}

function shareEntries(before: PlainRecord, next: PlainRecord): PlainRecord {
  const entries = Object.entries(next)
  let isSame = entries.length === Object.keys(before).length
  const shared = entries.map(([key, value]): readonly [string, unknown] => {
    if (!Object.hasOwn(before, key)) {
      isSame = false
      return [key, value]
    }
    const kept = share(before[key], value)
    isSame &&= Object.is(kept, before[key])
    return [key, kept]
  })
  return isSame ? before : Object.fromEntries(shared)
}

type PlainRecord = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is PlainRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
