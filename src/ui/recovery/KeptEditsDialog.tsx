// 'Unsaved edits kept on this device': what is kept and why, how much, clearing it, and switching it off.
import { type JSX, useEffect } from 'react'
import { bytes, msg } from '../../i18n/message.ts'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { useTranslator } from '../../state/language.ts'
import { findKept } from '../../state/recovery/findKept.ts'
import { setKeeping } from '../../state/recovery/keepingEdits.ts'
import { discardAllKept } from '../../state/recovery/recover.ts'
import { useRecovery } from '../../state/recovery/recoveryStore.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import styles from './KeptEditsList.module.css'
import { KeptEntry } from './KeptEntry.tsx'

export function KeptEditsDialog(): JSX.Element {
  const { t } = useTranslator()
  const kept = useRecovery((state) => state.kept) ?? []
  const isOn = useRecovery((state) => state.isOn)
  useEffect(() => void findKept(), [])
  const total = kept.reduce((sum, edits) => sum + edits.bytes, 0)
  return (
    <AppDialog
      title={t(msg('Unsaved edits kept on this device'))}
      isWide
      onClose={closeDialog}
      foot={
        <Button
          look="outlined"
          disabled={kept.length === 0}
          onClick={() => {
            closeDialog()
            discardAllKept(kept)
          }}
        >
          {t(msg('Discard all'))}
        </Button>
      }
    >
      <div className={styles['dialog']}>
        <p>
          {t(
            msg(
              'Every edit is written to the private storage of this browser before the next can be made, and typed text within a second, so that a crash or a power cut loses nothing. That holds text of the lines you edited. It is removed when all lines are saved or exported, when you close the document, and here.',
            ),
          )}
        </p>
        <label className={styles['switch']}>
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ target }) => void setKeeping(target.checked)}
          />
          <span>{t(msg('Keep unsaved edits of files that I open'))}</span>
        </label>
        {kept.length === 0 ? (
          <p className={styles['none']}>{t(msg('No unsaved edits of earlier visits are kept.'))}</p>
        ) : (
          <>
            <p className={styles['none']}>
              {t(
                msg('{files, plural, one {# file} other {# files}}, {size} together', {
                  files: kept.length,
                  size: bytes(total),
                }),
              )}
            </p>
            <ul>
              {kept.map((edits) => (
                <KeptEntry key={edits.id} edits={edits} />
              ))}
            </ul>
          </>
        )}
      </div>
    </AppDialog>
  )
}
