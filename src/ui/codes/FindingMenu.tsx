// The rarer things to do about an issue: switching its code off.
import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { type JSX, useId } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { ignoreCode } from '../../state/actions/ignoring.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import styles from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'
import type { FindingMenuProps } from './FindingMenuButton.tsx'

export function FindingMenu({ finding, describedBy, className }: FindingMenuProps): JSX.Element {
  const { t } = useTranslator()
  const { code, title } = finding
  return (
    <Menu.Root modal={false} onOpenChange={usePopup()}>
      <Menu.Trigger
        render={<Button size="small" className={className} />}
        aria-label={t(msg('More for this issue'))}
        aria-describedby={describedBy}
        title={t(msg('More for this issue'))}
      >
        <Ellipsis aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={4} className={styles['positioner']}>
          <Menu.Popup className={styles['menu']}>
            <Choice
              name={msg('Ignore this code')}
              note={msg('In this file, for as long as it is open')}
              onChoose={() => ignoreCode(code, title, 'document')}
            />
            <Choice
              name={msg('Ignore it in every file')}
              note={msg('Kept on this device until you show it again')}
              onChoose={() => ignoreCode(code, title, 'always')}
            />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

interface ChoiceProps {
  readonly name: Message
  readonly note: Message
  readonly onChoose: () => void
}

function Choice({ name, note, onChoose }: ChoiceProps): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  return (
    <Menu.Item
      className={styles['item']}
      aria-labelledby={id}
      aria-describedby={`${id}-note`}
      onClick={onChoose}
    >
      <span className={styles['itemText']}>
        <span id={id}>{t(name)}</span>
        <small id={`${id}-note`}>{t(note)}</small>
      </span>
    </Menu.Item>
  )
}
