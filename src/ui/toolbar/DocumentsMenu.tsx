// All documents as a list, for when there are more tabs than the toolbar shows.
import { Menu } from '@base-ui/react/menu'
import { Check, ChevronDown } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { activateDocument } from '../../state/actions/documents.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import popup from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'

export function DocumentsMenu(): JSX.Element {
  const { t } = useTranslator()
  const documents = useApp((state) => state.documents)
  const activeKey = useApp((state) => state.activeKey)
  return (
    <Menu.Root onOpenChange={usePopup()}>
      <Menu.Trigger
        render={
          <Button
            size="icon"
            aria-label={t(msg('All documents'))}
            title={t(msg('All documents'))}
          />
        }
      >
        <ChevronDown aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popup['positioner']} sideOffset={4} align="end">
          <Menu.Popup className={popup['menu']}>
            <Menu.RadioGroup value={activeKey} onValueChange={activateDocument}>
              {documents.map(({ key, name }) => (
                <Menu.RadioItem key={key} value={key} className={popup['item']} closeOnClick>
                  <span className={popup['itemText']}>
                    <bdi>{name}</bdi>
                  </span>
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
