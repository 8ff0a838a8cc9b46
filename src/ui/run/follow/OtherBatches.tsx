// Batches of the account that were not started here: asked for when wanted, a page at a time.
import { type JSX, useId } from 'react'
import { hasEnded, type Batch } from '../../../batch/batchObject.ts'
import { statusWord } from '../../../batch/statusWords.ts'
import { msg } from '../../../i18n/message.ts'
import { useBatch } from '../../../state/batch/batchStore.ts'
import { adoptBatch, loadOthers } from '../../../state/batch/follow.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import fields from '../fields.module.css'
import { StepMark } from '../StepMark.tsx'
import { markOf } from '../stepLines.ts'
import { hasNoOthers } from './runSummary.ts'
import styles from './OtherBatches.module.css'

export function OtherBatches(): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  const others = useBatch((batch) => batch.others)
  const { state, batches, after, problem } = others
  const isLoading = state === 'loading'
  const load = () => {
    if (!isLoading) void loadOthers()
  }
  const canLoad = state === 'none' || state === 'failed' || after !== undefined
  return (
    <section aria-labelledby={id} className={styles['others']}>
      <h4 id={id} className={styles['title']}>
        {t(msg('Other batches of the account'))}
      </h4>
      {batches.length > 0 && (
        <ul>
          {batches.map((batch) => (
            <OtherItem key={batch.id} batch={batch} />
          ))}
        </ul>
      )}
      {hasNoOthers(others) && <p className={fields['note']}>{t(msg('There are none.'))}</p>}
      {problem && (
        <p role="alert" className={styles['problem']}>
          {t(problem)}
        </p>
      )}
      <div className={fields['actions']}>
        {(canLoad || isLoading) && (
          <Button size="small" look="outlined" onClick={load}>
            {batches.length === 0 ? t(msg('Load the list')) : t(msg('Load more'))}
          </Button>
        )}
        <span role="status" className={fields['note']}>
          {isLoading && t(msg('asking…'))}
        </span>
      </div>
    </section>
  )
}

function OtherItem({ batch }: { readonly batch: Batch }): JSX.Element {
  const { t, date } = useTranslator()
  const id = useId()
  const { counts, createdAt, endpoint, status } = batch
  return (
    <li className={styles['batch']} data-batch-id={batch.id} data-status={status}>
      <StepMark mark={markOf(status, counts.failed)} />
      <div className={styles['words']}>
        <p>
          {t(statusWord(status))} ·{' '}
          {t(
            msg('{done, number} of {total, number}', {
              done: counts.completed + counts.failed,
              total: counts.total,
            }),
          )}
        </p>
        <small>
          {createdAt > 0 && (
            <>{date(createdAt * 1000, { dateStyle: 'medium', timeStyle: 'short' })} · </>
          )}
          {endpoint}
        </small>
        <code id={id}>{batch.id}</code>
      </div>
      <Button size="small" look="outlined" aria-describedby={id} onClick={() => adoptBatch(batch)}>
        {hasEnded(batch) ? t(msg('Add to the list')) : t(msg('Follow'))}
      </Button>
    </li>
  )
}
