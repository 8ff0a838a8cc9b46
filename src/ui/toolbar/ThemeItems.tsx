// The themes as entries of a menu: light, dark or as the system has it.
import { Menu } from '@base-ui/react/menu'
import { Check, Monitor, Moon, Sun } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { setTheme } from '../../state/actions/theme.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import popup from '../controls/popup.module.css'

const themes = [
  { theme: 'system', label: msg('As the system'), Icon: Monitor },
  { theme: 'light', label: msg('Light'), Icon: Sun },
  { theme: 'dark', label: msg('Dark'), Icon: Moon },
] as const

export function ThemeItems(): JSX.Element {
  const { t } = useTranslator()
  const chosen = useApp((state) => state.theme)
  return (
    <Menu.RadioGroup aria-label={t(msg('Theme'))} value={chosen} onValueChange={setTheme}>
      {themes.map(({ theme, label, Icon }) => (
        <Menu.RadioItem key={theme} value={theme} className={popup['item']} closeOnClick>
          <Icon aria-hidden />
          <span className={popup['itemText']}>{t(label)}</span>
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
