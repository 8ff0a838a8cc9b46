// The way out of a pairing: what, with which options, and what would be written.
import { type JSX, useEffect, useRef } from 'react'
import {
  chooseTakeAway,
  closeTakeAway,
  refreshPlan,
  useTakeAway,
} from '../../../state/pairing/exportPairs.ts'
import { isFiltered, takesView } from '../../../state/pairing/exportChoices.ts'
import { usePairing } from '../../../state/pairing/pairingStore.ts'
import type { PairingFacts } from '../../../contracts/pairingApi.ts'
import { AppDialog } from '../../controls/AppDialog.tsx'
import { RadioRow } from '../../export/RadioRow.tsx'
import { CheckRow } from './CheckRow.tsx'
import { JoinedOptions } from './JoinedOptions.tsx'
import { RetryOptions } from './RetryOptions.tsx'
import styles from './ExportPairsDialog.module.css'
import { TakeAwayFoot } from './ExportFoot.tsx'
import { WAYS } from './exporterTitles.ts'

/** Milliseconds without a choice before the plan is made: one that is typed takes several keys. */
const PLAN_DELAY_MS = 120

/** Milliseconds between plans of the same choices, while the pairs change. */
const REPLAN_MS = 2000

/** Rendered only while it is open. */
export function TakeAwayDialog(): JSX.Element | null {
  const facts = usePairing((state) => state.facts)
  return facts ? <TakeAwayForm facts={facts} /> : null
}

function TakeAwayForm({ facts }: { readonly facts: PairingFacts }): JSX.Element {
  const choices = useTakeAway((state) => state.choices)
  const isBusy = useTakeAway((state) => state.running !== undefined)
  const view = usePairing((state) => state.view)
  const { revision } = facts
  const plannedAt = useRef<number>(undefined)
  useEffect(() => {
    const timer = setTimeout(() => void refreshPlan(), PLAN_DELAY_MS)
    return () => clearTimeout(timer)
  }, [choices, view])
  useEffect(() => {
    if (plannedAt.current === undefined) {
      plannedAt.current = performance.now()
      return undefined
    }
    // Waits for no pause: while answers are judged there is a new revision several times a second.
    const wait = plannedAt.current + REPLAN_MS - performance.now()
    const timer = setTimeout(
      () => {
        plannedAt.current = performance.now()
        void refreshPlan(true)
      },
      Math.max(0, wait),
    )
    return () => clearTimeout(timer)
  }, [revision])

  return (
    <AppDialog title="Take away" isWide onClose={closeTakeAway} foot={<TakeAwayFoot />}>
      <fieldset className={styles['panes']} disabled={isBusy}>
        <div className={styles['ways']} role="radiogroup" aria-label="What">
          {WAYS.map(({ kind, title, summary }) => (
            <RadioRow
              key={kind}
              group="take-away"
              title={title}
              summary={summary}
              isChecked={kind === choices.kind}
              onCheck={() => chooseTakeAway({ kind })}
            />
          ))}
        </div>
        <div className={styles['options']}>
          {isFiltered(view) && takesView(choices.kind) && <OnlyShown />}
          {choices.kind === 'retry' && <RetryOptions facts={facts} />}
          {(choices.kind === 'joinedJsonl' || choices.kind === 'joinedCsv') && <JoinedOptions />}
        </div>
      </fieldset>
    </AppDialog>
  )
}

function OnlyShown(): JSX.Element {
  const isChecked = useTakeAway(({ choices }) => choices.onlyShown)
  const shown = usePairing((state) => state.shown)
  const isGrouped = shown?.view.group !== undefined && shown.view.filter.group === undefined
  return (
    <CheckRow
      title="Only what is shown"
      {...(shown && !isGrouped && { count: shown.count })}
      isChecked={isChecked}
      onCheck={(onlyShown) => chooseTakeAway({ onlyShown })}
    />
  )
}
