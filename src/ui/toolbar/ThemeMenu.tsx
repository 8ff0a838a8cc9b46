// Light, dark or as the system has it.
import { Menu } from '@base-ui/react/menu'
import { Check, Monitor, Moon, Sun, SunMoon } from 'lucide-react'
import type { JSX } from 'react'
import { setTheme } from '../../state/actions/theme.ts'
import { useApp } from '../../state/hooks.ts'
import { Button } from '../controls/Button.tsx'
import popup from '../controls/popup.module.css'

const themes = [
  { theme: 'system', label: 'As the system', Icon: Monitor },
  { theme: 'light', label: 'Light', Icon: Sun },
  { theme: 'dark', label: 'Dark', Icon: Moon },
] as const

export function ThemeMenu(): JSX.Element {
  const chosen = useApp((state) => state.theme)
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button size="icon" aria-label="Theme" title="Theme" />}>
        <SunMoon aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popup['positioner']} sideOffset={4} align="end">
          <Menu.Popup className={popup['menu']}>
            <Menu.RadioGroup value={chosen} onValueChange={setTheme}>
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
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
