// What can be done with keys, under '?'.
import { Fragment, type JSX } from 'react'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { keyLabel } from '../controls/keyLabel.ts'
import styles from './KeyList.module.css'
import { allCommands } from './registry.ts'

/** Keys that belong to the table and the line editor, which handle them themselves. */
const otherKeys: readonly { readonly label: string; readonly keys: readonly string[] }[] = [
  { label: 'Move in the table', keys: ['↑', '↓', 'PageUp', 'PageDown'] },
  { label: 'First or last row', keys: ['Mod+Home', 'Mod+End'] },
  { label: 'Edit the line, or show the pair', keys: ['Enter'] },
  { label: 'Choose lines one by one', keys: ['Ctrl+Space'] },
  { label: 'Choose lines from here on', keys: ['Shift+↑', 'Shift+↓'] },
  { label: 'Choose all lines that are shown', keys: ['Mod+A'] },
  { label: 'Delete the chosen lines', keys: ['Delete'] },
  { label: 'Apply the edited line', keys: ['Mod+Enter'] },
  { label: 'Close the selected tab', keys: ['Delete'] },
]

export function KeyList(): JSX.Element {
  const rows = [
    ...allCommands().flatMap(({ label, keys }) => (keys ? [{ label, keys }] : [])),
    ...otherKeys,
  ]
  return (
    <AppDialog title="Keys" onClose={closeDialog}>
      <dl className={styles['keys']}>
        {rows.map(({ label, keys }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{keyLabel(key)}</kbd>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </AppDialog>
  )
}
