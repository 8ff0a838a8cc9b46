// The languages of the interface, behind a sign that people look for who cannot read the present one.
import { Menu } from '@base-ui/react/menu'
import { Languages } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import popup from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'
import { LanguageItems } from './LanguageItems.tsx'

export function LanguageMenu(): JSX.Element {
  const { t } = useTranslator()
  const name = t(msg('Language'))
  return (
    <Menu.Root onOpenChange={usePopup()}>
      <Menu.Trigger render={<Button size="icon" aria-label={name} title={name} />}>
        <Languages aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popup['positioner']} sideOffset={4} align="end">
          <Menu.Popup className={popup['menu']}>
            <LanguageItems />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
