// Texts among what a rule reads, and where they are.

export interface PlacedText {
  readonly text: string
  /** A place for each `[]` of the path, counted from 0. */
  readonly inside: readonly number[]
}

/** Every text in what was read, also inside of the lists that `[]` reads, in their order. */
export function textsIn(read: unknown, inside: readonly number[] = []): readonly PlacedText[] {
  if (typeof read === 'string') return [{ text: read, inside }]
  if (!Array.isArray(read)) return []
  return (read as readonly unknown[]).flatMap((each, i) => textsIn(each, [...inside, i]))
}
