// How the newest run is, beside the title of its step: always in sight, and where tests look. Its numbers change
// with every question, so they are not read out; a change of the status is (useStatusNews.ts).
import type { JSX } from 'react'
import { msg } from '../../../i18n/message.ts'
import { useBatch } from '../../../state/batch/batchStore.ts'
import { useTranslator } from '../../../state/language.ts'
import type { StepLine } from '../stepLines.ts'
import { summariseRun } from './runSummary.ts'

export function BatchStatus({ line }: { readonly line: StepLine }): JSX.Element {
  const { t } = useTranslator()
  const run = useBatch(({ runs }) => runs[0])
  const summary = run && summariseRun(run)
  return (
    <div
      role="status"
      aria-live="off"
      aria-label={t(msg('Batch status'))}
      data-status={summary?.status ?? 'none'}
      data-batch-id={summary?.batchIds}
      data-completed={summary?.completed ?? 0}
      data-failed={summary?.failed ?? 0}
      data-total={summary?.total ?? 0}
    >
      {t(line.text)}
    </div>
  )
}
