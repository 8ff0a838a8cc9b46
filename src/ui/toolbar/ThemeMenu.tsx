// Light, dark or as the system has it.
import { Menu } from '@base-ui/react/menu'
import { SunMoon } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import popup from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'
import { ThemeItems } from './ThemeItems.tsx'

export function ThemeMenu(): JSX.Element {
  const { t } = useTranslator()
  return (
    <Menu.Root onOpenChange={usePopup()}>
      <Menu.Trigger
        render={<Button size="icon" aria-label={t(msg('Theme'))} title={t(msg('Theme'))} />}
      >
        <SunMoon aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popup['positioner']} sideOffset={4} align="end">
          <Menu.Popup className={popup['menu']}>
            <ThemeItems />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
