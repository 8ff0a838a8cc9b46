// The languages as entries of a menu, each by its own name, or as the browser has it.
import { Menu } from '@base-ui/react/menu'
import { Check, Languages } from 'lucide-react'
import type { JSX } from 'react'
import { LANGUAGES, type LanguageChoice } from '../../i18n/languages.ts'
import { msg } from '../../i18n/message.ts'
import { setLanguage, useLanguageChoice, useTranslator } from '../../state/language.ts'
import popup from '../controls/popup.module.css'

interface LanguageItem {
  readonly choice: LanguageChoice
  readonly name: string
  /** Of the name; absent where it is in the language of the page. */
  readonly lang?: string
}

export function LanguageItems(): JSX.Element {
  const { t } = useTranslator()
  const chosen = useLanguageChoice()
  const items: readonly LanguageItem[] = [
    { choice: 'browser', name: t(msg('As the browser')) },
    ...LANGUAGES.map(({ tag, name }) => ({ choice: tag, name, lang: tag })),
    // To look for words that are clipped or not translated.
    ...(import.meta.env.DEV ? [{ choice: 'pseudo', name: 'Pseudo', lang: 'en' } as const] : []),
  ]
  return (
    <Menu.RadioGroup
      aria-label={t(msg('Language'))}
      value={chosen}
      onValueChange={(choice: LanguageChoice) => void setLanguage(choice)}
    >
      {items.map(({ choice, name, lang }) => (
        <Menu.RadioItem key={choice} value={choice} className={popup['item']} closeOnClick>
          {choice === 'browser' ? <Languages aria-hidden /> : <span className={popup['check']} />}
          <span className={popup['itemText']} lang={lang}>
            {name}
          </span>
          <span className={popup['check']}>
            <Menu.RadioItemIndicator>
              <Check aria-hidden />
            </Menu.RadioItemIndicator>
          </span>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
