// Above the table: edits of an earlier visit that could not be made again.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { openDialog } from '../../state/actions/dialogs.ts'
import { useTranslator } from '../../state/language.ts'
import { exportLeft } from '../../state/recovery/exportTyped.ts'
import { discardLeft } from '../../state/recovery/recover.ts'
import { type DocumentTab, updateDocument } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'
import { Notice } from '../controls/Notice.tsx'

export interface LeftNoticeProps {
  readonly tab: DocumentTab
  readonly count: number
}

export function LeftNotice({ tab, count }: LeftNoticeProps): JSX.Element {
  const { t } = useTranslator()
  const isOnDevice = (tab.left?.journalIds.length ?? 0) > 0
  return (
    <Notice
      text={t(
        isOnDevice
          ? msg(
              '{count, plural, one {# edit was} other {# edits were}} not applied: the lines are no longer what they were. They stay on this device until you discard them.',
              { count },
            )
          : msg(
              '{count, plural, one {# edit was} other {# edits were}} not applied: the lines are no longer what they were. They are in this tab alone: download them before you close it.',
              { count },
            ),
      )}
    >
      <Button look="primary" onClick={() => openDialog('leftEdits')}>
        {t(msg('Show them'))}
      </Button>
      <Button look="outlined" onClick={() => exportLeft(tab)}>
        {t(msg('Download their lines'))}
      </Button>
      <Button onClick={() => discardLeft(tab.key)}>{t(msg('Discard'))}</Button>
      {isOnDevice && (
        <Button onClick={() => updateDocument(tab.key, { left: undefined })}>
          {t(msg('Close this notice'))}
        </Button>
      )}
    </Notice>
  )
}
