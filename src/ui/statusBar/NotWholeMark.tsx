// A document that is not all of the file that it was made of says so for as long as it is open.
import { TriangleAlert } from 'lucide-react'
import type { JSX } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { openDialog } from '../../state/actions/dialogs.ts'
import { useTranslator } from '../../state/language.ts'
import { type DocumentTab, type MadeOf, updateDocument } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'
import styles from './StatusBar.module.css'

export function NotWholeMark({ tab }: { readonly tab: DocumentTab }): JSX.Element | null {
  const { t } = useTranslator()
  const { key, madeOf } = tab
  const text = madeOf && markOf(madeOf)
  if (!madeOf || !text) return null
  const { leftOut, problem } = madeOf
  const leftOutCount = leftOut?.lost ?? 0
  const hasReport = (leftOut?.details.length ?? 0) > 0
  const show = (): void => {
    if (hasReport) openDialog('conversionReport')
    else updateDocument(key, { madeOf: { ...madeOf, isNoticed: false } })
  }
  return (
    <Button
      size="small"
      look="outlined"
      className={styles['notWhole']}
      data-mild={(leftOutCount === 0 && problem === undefined) || undefined}
      title={t(hasReport ? msg('Show the report') : msg('Show what is missing'))}
      onClick={show}
    >
      <TriangleAlert aria-hidden />
      {t(text)}
    </Button>
  )
}

function markOf({ leftOut, problem }: MadeOf): Message | undefined {
  if (leftOut && leftOut.lost > 0) return msg('{count, number} left out', { count: leftOut.lost })
  if (problem !== undefined) return msg('Not whole')
  if (leftOut && leftOut.changed > 0) {
    return msg('{count, number} changed', { count: leftOut.changed })
  }
  return undefined
}
