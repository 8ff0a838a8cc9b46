// Saving, for browsers that can write files: over the opened one, or to another.
import { Menu } from '@base-ui/react/menu'
import { ChevronDown, Save } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { saveDocument } from '../../state/actions/exportDocument.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { saveAs } from '../files/saveAs.ts'
import { Button } from '../controls/Button.tsx'
import { keyLabel } from '../controls/keyLabel.ts'
import popup from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'
import { ConvertItem } from './ConvertItem.tsx'
import styles from './ExportButton.module.css'

export function SaveMenu({ isDisabled }: { readonly isDisabled: boolean }): JSX.Element {
  const { t } = useTranslator()
  const name = useActive((tab) => tab.name)
  const canSave = useActive((tab) => tab.canSave)
  return (
    <Menu.Root onOpenChange={usePopup()}>
      <Menu.Trigger
        render={
          <Button
            look="primary"
            size="icon"
            className={styles['second']}
            aria-label={t(msg('Save options'))}
          />
        }
        disabled={isDisabled}
      >
        <ChevronDown aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popup['positioner']} sideOffset={4} align="end">
          <Menu.Popup className={popup['menu']}>
            <Menu.Item
              className={popup['item']}
              disabled={!canSave}
              onClick={() => void saveDocument()}
            >
              <Save aria-hidden />
              <span className={popup['itemText']}>
                {t(msg('Save'))}
                <small>
                  {canSave
                    ? t(msg('Write over {name}', { name }))
                    : t(msg('Only for files opened from the disk'))}
                </small>
              </span>
              {canSave && <kbd>{keyLabel('Mod+S')}</kbd>}
            </Menu.Item>
            <Menu.Item className={popup['item']} onClick={() => void saveAs()}>
              <Save aria-hidden />
              <span className={popup['itemText']}>
                {t(msg('Save as…'))}
                <small>{t(msg('Write another file and go on with that one'))}</small>
              </span>
            </Menu.Item>
            <Menu.Separator className={popup['separator']} />
            <ConvertItem />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
