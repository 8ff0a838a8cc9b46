// The rarer things to do about an issue, and switching its code off.
import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { type JSX, useId } from 'react'
import { msg } from '../../i18n/message.ts'
import { ignoreCode } from '../../state/actions/ignoring.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import styles from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'
import type { FindingAct, FindingMenuProps } from './FindingMenuButton.tsx'

const NO_ACTS: readonly FindingAct[] = []

export function FindingMenu(props: FindingMenuProps): JSX.Element {
  const { t } = useTranslator()
  const { finding, describedBy, className, acts = NO_ACTS } = props
  const { canIgnore, code, title } = finding
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
            {acts.map((act) => (
              <Choice key={t(act.name)} {...act} />
            ))}
            {acts.length > 0 && canIgnore === true && (
              <Menu.Separator className={styles['separator']} />
            )}
            {canIgnore === true && (
              <>
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
              </>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Choice({ name, note, isDisabled = false, onChoose }: FindingAct): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  return (
    <Menu.Item
      className={styles['item']}
      aria-labelledby={id}
      aria-describedby={note && `${id}-note`}
      disabled={isDisabled}
      onClick={onChoose}
    >
      <span className={styles['itemText']}>
        <span id={id}>{t(name)}</span>
        {note && <small id={`${id}-note`}>{t(note)}</small>}
      </span>
    </Menu.Item>
  )
}
