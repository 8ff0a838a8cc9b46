// What can be done with keys, under '?'.
import { Fragment, type JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { useTranslator } from '../../state/language.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { keyLabel } from '../controls/keyLabel.ts'
import styles from './KeyList.module.css'
import type { Command } from './defineCommands.ts'
import { allCommands } from './registry.ts'

/** Keys that belong to the table and the line editor, which handle them themselves. */
const otherKeys: readonly Pick<Command, 'label' | 'keys'>[] = [
  { label: msg('Move in the table'), keys: ['↑', '↓', 'PageUp', 'PageDown'] },
  { label: msg('First or last row'), keys: ['Mod+Home', 'Mod+End'] },
  { label: msg('Edit the line, or show the pair'), keys: ['Enter'] },
  { label: msg('Choose lines one by one'), keys: ['Ctrl+Space'] },
  { label: msg('Choose lines from here on'), keys: ['Shift+↑', 'Shift+↓'] },
  { label: msg('Choose all lines that are shown'), keys: ['Mod+A'] },
  { label: msg('Delete the chosen lines'), keys: ['Delete'] },
  { label: msg('Apply the edited line'), keys: ['Mod+Enter'] },
  { label: msg('Next line, as a transcript'), keys: ['J'] },
  { label: msg('Previous line, as a transcript'), keys: ['K'] },
  { label: msg('Close the selected tab'), keys: ['Delete'] },
]

export function KeyList(): JSX.Element {
  const { t } = useTranslator()
  const rows = [...allCommands(), ...otherKeys].filter(({ keys }) => keys !== undefined)
  return (
    <AppDialog title={t(msg('Keys'))} onClose={closeDialog}>
      <dl className={styles['keys']}>
        {rows.map(({ label, keys }) => (
          <Fragment key={t(label)}>
            <dt>{t(label)}</dt>
            <dd>
              {keys?.map((key) => (
                <kbd key={key}>{keyLabel(key)}</kbd>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </AppDialog>
  )
}
