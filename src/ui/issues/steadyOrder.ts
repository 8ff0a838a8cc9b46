// The order of a list that grows under the reader's eyes.

/** `items` with those that were there before first, in the order of then, and new ones at the end. */
export function steadyOrder<T extends { readonly code: string }>(
  codesBefore: readonly string[],
  items: readonly T[],
): readonly T[] {
  const known = codesBefore.flatMap((code) => items.find((item) => item.code === code) ?? [])
  return [...known, ...items.filter((item) => !codesBefore.includes(item.code))]
}

/** The same, with those that are no longer among `items` as they were, in their places. */
export function heldOrder<T extends { readonly code: string }>(
  before: readonly T[],
  items: readonly T[],
): readonly { readonly issue: T; readonly isGone: boolean }[] {
  const known = before.map((old) => {
    const now = items.find(({ code }) => code === old.code)
    return { issue: now ?? old, isGone: now === undefined }
  })
  const added = items.filter(({ code }) => before.every((old) => old.code !== code))
  return [...known, ...added.map((issue) => ({ issue, isGone: false }))]
}
