// What of a file is in no line of the document that was made of it, after the fact.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { reportText } from '../../state/conversion/reportText.ts'
import { useActiveDocument } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { startDownload } from '../../state/startDownload.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import styles from './ConvertDialog.module.css'
import { LeftOutList } from './LeftOutList.tsx'

/** Parts that are shown; the file that is saved has all that are known. */
const SHOWN = 200

export function ReportDialog(): JSX.Element | null {
  const { t } = useTranslator()
  const madeOf = useActiveDocument()?.madeOf
  if (!madeOf?.leftOut) return null
  const { name, leftOut } = madeOf
  const { changed, details, lost } = leftOut
  const more = lost + changed - Math.min(SHOWN, details.length)
  return (
    <AppDialog
      title={t(msg('Report of the conversion'))}
      isWide
      onClose={closeDialog}
      foot={
        <Button
          look="outlined"
          onClick={() =>
            startDownload(
              new Blob([reportText(name, leftOut, t)], { type: 'text/plain' }),
              `${name}-report.txt`,
            )
          }
        >
          {t(msg('Save as text'))}
        </Button>
      }
    >
      <p className={styles['file']}>
        <bdi>{name}</bdi>
      </p>
      <LeftOutList details={details.slice(0, SHOWN)} />
      {more > 0 && (
        <p className={styles['note']}>{t(msg('And {count, number} more.', { count: more }))}</p>
      )}
    </AppDialog>
  )
}
