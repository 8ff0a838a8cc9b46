// What an export needs of the pairing's session.
import type { PairingFacts, PairView } from '../../../contracts/pairingApi.ts'
import type { LanguageTag } from '../../../i18n/languages.ts'
import { english, loadTranslator } from '../../../i18n/loadTranslator.ts'
import type { Translator } from '../../../i18n/translator.ts'
import type { OpenPairing } from '../openPairing.ts'
import type { ViewRows } from '../views.ts'

export interface ExportContext {
  /** As of one revision; an export goes on with it, whatever is edited meanwhile. */
  readonly pairing: OpenPairing
  /** Throws `PairingFailure` when the view's rule of groups cannot be used. */
  readonly rowsOf: (view: PairView) => ViewRows
  readonly facts: PairingFacts
  /** For files that people read. */
  readonly translator: Translator
}

/** English where the catalogue cannot be loaded: better than no file. */
export function translatorFor(language: LanguageTag = 'en'): Promise<Translator> {
  return loadTranslator(language).catch(() => english)
}
