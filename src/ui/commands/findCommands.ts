// The search of the command palette.
import { english } from '../../i18n/loadTranslator.ts'
import type { Message } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'

/**
 * Those whose label holds every word, in any case; labels that begin with the text come first. In English
 * they are found in every language: people know a command from elsewhere, or cannot read what is shown.
 */
export function findCommands<T extends { readonly label: Message }>(
  commands: readonly T[],
  text: string,
  { t }: Translator,
): readonly T[] {
  const wanted = text.trim().toLowerCase()
  const words = wanted.split(/\s+/)
  const some = ({ label }: T, test: (label: string) => boolean) =>
    [t, english.t].some((textOf) => test(textOf(label).toLowerCase()))
  const found = commands.filter((command) =>
    some(command, (label) => words.every((word) => label.includes(word))),
  )
  const isFirst = (command: T) => some(command, (label) => label.startsWith(wanted))
  return [...found.filter(isFirst), ...found.filter((command) => !isFirst(command))]
}
