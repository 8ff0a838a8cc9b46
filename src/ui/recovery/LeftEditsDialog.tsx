// Edits that could not be made again, with what their lines were and what they became.
import type { JSX } from 'react'
import { cutText } from '../../base/cutText.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { useActiveDocument } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { exportLeft } from '../../state/recovery/exportTyped.ts'
import type { LeftEdits } from '../../state/store.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import styles from './LeftEditsDialog.module.css'

/** More are in the export. */
const SHOWN = 200

/** Code units of a text that are shown. */
const SHOWN_TEXT = 400

export function LeftEditsDialog(): JSX.Element | null {
  const { t } = useTranslator()
  const tab = useActiveDocument()
  if (!tab?.left) return null
  const { edits } = tab.left
  const more = edits.length - SHOWN
  return (
    <AppDialog
      title={t(msg('Edits that were not applied'))}
      isWide
      onClose={closeDialog}
      foot={
        <Button look="primary" onClick={() => exportLeft(tab)}>
          {t(msg('Download their lines'))}
        </Button>
      }
    >
      <ol className={styles['list']}>
        {edits.slice(0, SHOWN).map((edit, at) => (
          <li key={`${at}-${edit.line}`}>
            <p className={styles['what']}>{t(titleOf(edit))}</p>
            {edit.before !== undefined && (
              <p className={styles['before']}>
                <span>{t(msg('Before'))}</span>
                <code dir="auto">{cutText(edit.before, SHOWN_TEXT)}</code>
              </p>
            )}
            {edit.texts.map((text, i) => (
              <p key={`${i}-${text.length}`} className={styles['after']}>
                <span>{t(msg('After'))}</span>
                <code dir="auto">{cutText(text, SHOWN_TEXT)}</code>
              </p>
            ))}
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p>{t(msg('{more, plural, one {# more} other {# more}}: in the export.', { more }))}</p>
      )}
    </AppDialog>
  )
}

function titleOf({ command, line, texts, code = '', count }: LeftEdits['edits'][number]): Message {
  if (line === undefined) {
    if (command === 'edit' && texts.length > 0) return msg('A line that was edited or added')
    if (count !== undefined) {
      return command === 'fixAll'
        ? msg(
            '“Fix all” for {code}: {count, plural, one {# line} other {# lines}}. Press it again where it is still wanted',
            { code, count },
          )
        : msg('A change of {count, plural, one {# line} other {# lines}}', { count })
    }
    return command === 'fixAll'
      ? msg('“Fix all” for {code}, over many lines: press it again where it is still wanted', {
          code,
        })
      : msg('A change of many lines, or of the file as a whole')
  }
  if (code && texts.length === 0) {
    return msg('Line {line, number}: a fix of {code}', { line, code })
  }
  if (texts.length === 0) return msg('Line {line, number} was deleted or moved', { line })
  return msg('Line {line, number}', { line })
}
