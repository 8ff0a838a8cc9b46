// The search of the command palette.

/** Those whose label holds every word, in any case; labels that begin with the text come first. */
export function findCommands<T extends { readonly label: string }>(
  commands: readonly T[],
  text: string,
): readonly T[] {
  const wanted = text.trim().toLowerCase()
  const words = wanted.split(/\s+/)
  const found = commands.filter(({ label }) => {
    const lower = label.toLowerCase()
    return words.every((word) => lower.includes(word))
  })
  const isFirst = ({ label }: T) => label.toLowerCase().startsWith(wanted)
  return [...found.filter(isFirst), ...found.filter((command) => !isFirst(command))]
}
