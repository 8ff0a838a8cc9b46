// Unsaved edits of one file, and what can be done with them.
import { FilePen } from 'lucide-react'
import type { JSX } from 'react'
import { bytes, type Message, msg, sentences } from '../../i18n/message.ts'
import { openAndApply } from '../../state/actions/openDocuments.ts'
import { visibleFileName } from '../../state/fileName.ts'
import { useTranslator } from '../../state/language.ts'
import { exportTyped } from '../../state/recovery/exportTyped.ts'
import { discardKept } from '../../state/recovery/recover.ts'
import type { KeptEdits } from '../../state/recovery/recoveryStore.ts'
import { Button } from '../controls/Button.tsx'
import styles from './KeptEditsList.module.css'
import { useWhen } from './useWhen.ts'
import { whatIsKept } from './whatIsKept.ts'

export function KeptEntry({ edits }: { readonly edits: KeptEdits }): JSX.Element {
  const { t, rich } = useTranslator()
  const when = useWhen(edits.at)
  return (
    <li className={styles['entry']} data-edits={edits.edits} data-drafts={edits.drafts}>
      <FilePen aria-hidden />
      <div className={styles['content']}>
        <p>
          {!edits.isReadable && t(msg('Unsaved edits that this version of the app cannot read.'))}
          {edits.isReadable &&
            rich(
              msg('You had unsaved edits in <b>{name}</b> ({what}, {when}).', {
                name: visibleFileName(edits.name),
                what: whatIsKept(edits),
                when,
              }),
              { b: (name) => <b key="name">{name}</b> },
            )}{' '}
          <small>{t(noteOn(edits))}</small>
        </p>
        <div className={styles['actions']}>
          {edits.hasHandle && (
            <Button look="primary" size="small" onClick={() => void openAndApply(edits)}>
              {t(msg('Open and apply'))}
            </Button>
          )}
          {edits.isReadable && (
            <Button look="outlined" size="small" onClick={() => void exportTyped(edits)}>
              {t(msg('Export what was typed'))}
            </Button>
          )}
          <Button size="small" onClick={() => discardKept(edits)}>
            {t(msg('Discard'))}
          </Button>
        </div>
      </div>
    </li>
  )
}

function noteOn({ bytes: size, hasHandle, isFull, isReadable }: KeptEdits): Message {
  const known = { size: bytes(size) }
  const kept =
    hasHandle || !isReadable
      ? msg('Kept on this device: {size}.', known)
      : msg('Kept on this device: {size}. Open the same file to apply them.', known)
  if (!isFull) return kept
  return sentences(kept, msg('The limit was reached: edits made after that are not among them.'))
}
