// The last step: what was started, how far it is, and what can be done with it.
import type { JSX } from 'react'
import { type Message, msg } from '../../../i18n/message.ts'
import { type BatchState, type Run, useBatch } from '../../../state/batch/batchStore.ts'
import { refreshNow } from '../../../state/batch/follow.ts'
import { showStep } from '../../../state/batch/panel.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import { MoreList } from '../../controls/MoreList.tsx'
import fields from '../fields.module.css'
import styles from '../RunPanel.module.css'
import { OtherBatches } from './OtherBatches.tsx'
import { RunItem } from './RunItem.tsx'
import { isOver } from './runSummary.ts'

/** Runs that are shown at first. */
const FIRST = 5

const reasons: Readonly<Record<NonNullable<BatchState['paused']>, Message>> = {
  offline: msg('There is no network: following goes on when it is back. The batches run on.'),
  hidden: msg('Following waits until this tab is looked at again. The batches run on.'),
  'no-key': msg(
    'Following waits for a key: a reload forgets it, or the API refused it. The batches run on.',
  ),
}

/** Something has still to be sent from here; what it says tells so. */
function needsPage(runs: readonly Run[]): boolean {
  return runs.some(({ parts }) =>
    parts.some(({ state }) => state !== 'running' && state !== 'ended' && state !== 'stopped'),
  )
}

export function FollowStep(): JSX.Element {
  const { t } = useTranslator()
  const runs = useBatch((state) => state.runs)
  const paused = useBatch((state) => state.paused)
  const isAnyRunning = runs.some((run) => !isOver(run))
  return (
    <>
      {paused && (
        <div className={styles['notice']}>
          <p role="status">{t(reasons[paused])}</p>
          {paused === 'no-key' && (
            <Button size="small" look="outlined" onClick={() => showStep('connect')}>
              {t(msg('Enter the key'))}
            </Button>
          )}
        </div>
      )}
      {runs.length === 0 ? (
        <p className={styles['text']}>
          {t(
            msg(
              'What you start here is followed here: how far it is, what failed, and its results. It is found again after a reload.',
            ),
          )}
        </p>
      ) : (
        <MoreList items={runs} first={FIRST}>
          {(run, index) => <RunItem key={run.id} run={run} isNewest={index === 0} />}
        </MoreList>
      )}
      {isAnyRunning && paused === undefined && (
        <div className={fields['actions']}>
          <Button size="small" look="outlined" onClick={refreshNow}>
            {t(msg('Refresh'))}
          </Button>
          <span className={fields['note']}>
            {needsPage(runs)
              ? t(msg('It also refreshes by itself.'))
              : t(msg('It also refreshes by itself. Batches run on when this page is closed.'))}
          </span>
        </div>
      )}
      <OtherBatches />
    </>
  )
}
