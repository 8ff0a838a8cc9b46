// The order of a list that grows under the reader's eyes.

/** `items` with those that were there before first, in the order of then, and new ones at the end. */
export function steadyOrder<T extends { readonly code: string }>(
  codesBefore: readonly string[],
  items: readonly T[],
): readonly T[] {
  const known = codesBefore.flatMap((code) => items.find((item) => item.code === code) ?? [])
  return [...known, ...items.filter((item) => !codesBefore.includes(item.code))]
}
