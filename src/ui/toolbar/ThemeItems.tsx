// The themes as entries of a menu: light, dark or as the system has it.
import { Menu } from '@base-ui/react/menu'
import { Check, Monitor, Moon, Sun } from 'lucide-react'
import type { JSX } from 'react'
import { setTheme } from '../../state/actions/theme.ts'
import { useApp } from '../../state/hooks.ts'
import popup from '../controls/popup.module.css'

const themes = [
  { theme: 'system', label: 'As the system', Icon: Monitor },
  { theme: 'light', label: 'Light', Icon: Sun },
  { theme: 'dark', label: 'Dark', Icon: Moon },
] as const

export function ThemeItems(): JSX.Element {
  const chosen = useApp((state) => state.theme)
  return (
    <Menu.RadioGroup aria-label="Theme" value={chosen} onValueChange={setTheme}>
      {themes.map(({ theme, label, Icon }) => (
        <Menu.RadioItem key={theme} value={theme} className={popup['item']} closeOnClick>
          <Icon aria-hidden />
          <span className={popup['itemText']}>{label}</span>
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
