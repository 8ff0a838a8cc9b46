// A language's catalogue is loaded when the language is first used; English needs none.
import type { Catalogue } from './catalogue.ts'
import type { LanguageTag } from './languages.ts'
import { createTranslator, type Translator } from './translator.ts'

export const english = createTranslator('en')

/** Rejects when the catalogue cannot be loaded. */
export async function loadTranslator(tag: LanguageTag): Promise<Translator> {
  switch (tag) {
    case 'en':
      return english
    case 'zh-TW':
      return createTranslator(tag, (await import('virtual:catalogue/zh-TW')).default as Catalogue)
    case 'pseudo':
      return (await import('./pseudo.ts')).pseudoTranslator
  }
}

/** The long texts that explain codes have catalogues of their own: few people open one. */
export async function loadCodeTranslator(tag: LanguageTag): Promise<Translator> {
  if (tag !== 'zh-TW') return loadTranslator(tag)
  const [{ default: all }, { default: codes }] = await Promise.all([
    import('virtual:catalogue/zh-TW'),
    import('virtual:catalogue/zh-TW/codes'),
  ])
  return createTranslator(tag, { ...(all as Catalogue), ...(codes as Catalogue) })
}
