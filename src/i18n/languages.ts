// The languages of the interface, and which one a user gets.

export const LANGUAGES = [
  { tag: 'en', name: 'English' },
  { tag: 'zh-TW', name: '繁體中文' },
] as const

/** `pseudo`: English made longer and accented, to find what is clipped or not translated (pseudo.ts). */
export type LanguageTag = (typeof LANGUAGES)[number]['tag'] | 'pseudo'

/** A tag, or whatever the browser asks for. */
export type LanguageChoice = LanguageTag | 'browser'

export function isLanguageChoice(value: unknown): value is LanguageChoice {
  return value === 'browser' || value === 'pseudo' || LANGUAGES.some(({ tag }) => tag === value)
}

/** The first of the wanted languages (BCP 47, as in `navigator.languages`) that there is; else English. */
export function pickLanguage(wanted: readonly string[]): LanguageTag {
  for (const tag of wanted) {
    const { language, script } = localeOf(tag)
    if (language === 'en') return 'en'
    // Hong Kong and Macau write traditional characters, too; Simplified readers are not given them.
    if (language === 'zh' && script === 'Hant') return 'zh-TW'
  }
  return 'en'
}

function localeOf(tag: string): {
  readonly language: string
  readonly script?: string | undefined
} {
  try {
    return new Intl.Locale(tag).maximize()
  } catch {
    return { language: tag }
  }
}
