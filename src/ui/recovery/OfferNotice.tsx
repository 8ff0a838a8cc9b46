// Above the table: unsaved edits of an earlier visit that may be of this file.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { applyOffered } from '../../state/actions/openDocuments.ts'
import { visibleFileName } from '../../state/fileName.ts'
import { useTranslator } from '../../state/language.ts'
import { exportTyped } from '../../state/recovery/exportTyped.ts'
import { discardKept } from '../../state/recovery/recover.ts'
import { type OfferedEdits, updateDocument } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'
import { Notice } from '../controls/Notice.tsx'
import { useWhen } from './useWhen.ts'
import { whatIsKept } from './whatIsKept.ts'

export interface OfferNoticeProps {
  readonly docKey: string
  readonly offered: OfferedEdits
}

export function OfferNotice({ docKey, offered }: OfferNoticeProps): JSX.Element {
  const { t } = useTranslator()
  const { edits, isSameFile } = offered
  const when = useWhen(edits.at)
  const known = { name: visibleFileName(edits.name), what: whatIsKept(edits), when }
  const text = isSameFile
    ? msg('You had unsaved edits in this file ({what}, {when}).', known)
    : msg(
        'You had unsaved edits in {name} ({what}, {when}), and the file is no longer the same. Edits are applied where their lines are still there; you see which are not.',
        known,
      )
  return (
    <Notice text={t(text)} isMild>
      <Button look="primary" onClick={() => void applyOffered(docKey)}>
        {isSameFile ? t(msg('Apply them')) : t(msg('Apply what fits'))}
      </Button>
      <Button look="outlined" onClick={() => void exportTyped(edits)}>
        {t(msg('Export what was typed'))}
      </Button>
      <Button onClick={() => discardKept(edits)}>{t(msg('Discard'))}</Button>
      <Button onClick={() => updateDocument(docKey, { offered: undefined })}>
        {t(msg('Not now'))}
      </Button>
    </Notice>
  )
}
