// The words of the interface in a language, from its catalogue: what a journey looks for in each of them.
import compile from 'icu-minify/compile'
import { catalogueFiles, compileCatalogue } from '../../src/i18n/build/readCatalogue.ts'
import type { LanguageTag } from '../../src/i18n/languages.ts'
import type { MessageValues } from '../../src/i18n/message.ts'
import { pseudoTranslator } from '../../src/i18n/pseudo.ts'
import { createTranslator } from '../../src/i18n/translator.ts'

/** The text of a message by its English source. Fails where the language has no such message. */
export type Say = (source: string, values?: MessageValues) => string

export function wordsOf(tag: LanguageTag): Say {
  if (tag === 'pseudo') {
    return (source, values = {}) => pseudoTranslator.t({ source: compile(source), values })
  }
  const catalogue = tag === 'en' ? {} : compileCatalogue(catalogueFiles(tag))
  const { t } = createTranslator(tag, catalogue)
  const sources = new Set(tag === 'en' ? [] : catalogueFiles(tag).flatMap(sourcesOf))
  return (source, values = {}) => {
    // A name such as JSONL is the same in every language.
    if (/^[A-Z]+$/.test(source)) return source
    if (tag !== 'en' && !sources.has(source)) throw new Error(`No ${tag} for ${source}`)
    return t({ source: compile(source), values })
  }
}

function sourcesOf({ entries }: { readonly entries: Readonly<Record<string, string>> }): string[] {
  return Object.keys(entries)
}

/** Words as a part of a regular expression. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
