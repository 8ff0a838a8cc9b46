// The four calls that a run needs, each with what came of it, in words. What is wrong with several of them in the
// same way is said once.
import type { JSX } from 'react'
import type { ConnectionCall, ConnectionCheck } from '../../../contracts/batchApi.ts'
import { duration, type Message, msg } from '../../../i18n/message.ts'
import { useBatch } from '../../../state/batch/batchStore.ts'
import { useTranslator } from '../../../state/language.ts'
import { isGood } from '../blockers.ts'
import { StepMark } from '../StepMark.tsx'
import styles from './CheckResults.module.css'

const calls: readonly { readonly call: ConnectionCall; readonly title: Message }[] = [
  { call: 'models', title: msg('Models') },
  { call: 'files', title: msg('Files') },
  { call: 'batches', title: msg('Batches') },
  { call: 'content', title: msg('Content of a file') },
]

export function CheckResults(): JSX.Element | null {
  const { t } = useTranslator()
  const checks = useBatch((state) => state.checks)
  const isChecking = useBatch((state) => state.isChecking)
  if (checks.length === 0 && !isChecking) return null
  const told = new Set<string>()
  return (
    <ul className={styles['list']} aria-label={t(msg('What the check found'))}>
      {calls.map(({ call, title }) => {
        const check = checks.find((each) => each.call === call)
        const problem = check?.problem && t(check.problem)
        const isNew = problem !== undefined && !told.has(problem)
        if (problem !== undefined) told.add(problem)
        return (
          <li key={call} className={styles['call']} data-call={call} data-status={check?.status}>
            <StepMark mark={markOf(check, isChecking)} />
            <span className={styles['title']}>{t(title)}</span>
            <span className={styles['result']}>{t(resultOf(check, isChecking))}</span>
            {isNew && <p className={styles['problem']}>{problem}</p>}
          </li>
        )
      })}
    </ul>
  )
}

function markOf(check: ConnectionCheck | undefined, isChecking: boolean) {
  if (!check) return isChecking ? 'busy' : 'open'
  return isGood(check) ? 'done' : 'problem'
}

function resultOf(check: ConnectionCheck | undefined, isChecking: boolean): Message {
  if (!check) return isChecking ? msg('asking…') : msg('not asked')
  const time = duration(check.ms)
  if (isGood(check)) return msg('answers, {time}', { time })
  if (!check.isReachable) return msg('no answer that a page may read')
  return check.status === undefined
    ? msg('refused')
    : msg('refused with {status}', { status: String(check.status) })
}
