// The placeholders and marks of a message, for the check that a translation has those of its source.
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** Their names in order, a mark as `<name>`. Throws where the text is no ICU MessageFormat. */
export function placeholdersOf(text: string): readonly string[] {
  const names = new Set<string>()
  collect(parse(text), names)
  return [...names].sort()
}

function collect(elements: readonly MessageFormatElement[], names: Set<string>): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    const isTag = element.type === TYPE.tag
    names.add(isTag ? `<${element.value}>` : element.value)
    if (isTag) collect(element.children, names)
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const { value } of Object.values(element.options)) collect(value, names)
    }
  }
}
