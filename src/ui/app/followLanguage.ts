// Puts the language that is shown on the html element, where browsers and screen readers look for it, and
// its words into the head of the page.
import type { LanguageTag } from '../../i18n/languages.ts'
import { msg } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'
import { languageStore } from '../../state/language.ts'

/** For `lang`: BCP 47, with the script, by which fonts and voices are chosen. */
const HTML_LANG: Readonly<Record<LanguageTag, string>> = {
  en: 'en',
  'zh-TW': 'zh-Hant-TW',
  pseudo: 'en-x-pseudo',
}

/** Applies the language now and every later one. */
export function followLanguage(): void {
  applyLanguage(languageStore.getState().translator)
  languageStore.subscribe(({ translator }, previous) => {
    if (translator !== previous.translator) applyLanguage(translator)
  })
}

function applyLanguage({ tag, t }: Translator): void {
  document.documentElement.lang = HTML_LANG[tag]
  document.title = t(msg('Lineproof'))
  document
    .querySelector('meta[name=description]')
    ?.setAttribute(
      'content',
      t(
        msg(
          'Check every line of a JSONL file of up to 1 GB, fix broken lines in place and export a clean file. Nothing is uploaded unless you run a batch yourself.',
        ),
      ),
    )
}
