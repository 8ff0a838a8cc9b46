// The way out of a pairing: what, with which options, and what would be written.
import { type JSX, useEffect, useRef } from 'react'
import {
  choosePairExport,
  closeExportPairs,
  refreshPlan,
  useExportPairs,
} from '../../../state/pairing/exportPairs.ts'
import { isFiltered, takesView } from '../../../state/pairing/exportChoices.ts'
import { usePairing } from '../../../state/pairing/pairingStore.ts'
import type { PairingFacts } from '../../../contracts/pairingApi.ts'
import { AppDialog } from '../../controls/AppDialog.tsx'
import { RadioRow } from '../../export/RadioRow.tsx'
import { CheckRow } from './CheckRow.tsx'
import { JoinedOptions } from './JoinedOptions.tsx'
import { RetryForm } from './RetryOptions.tsx'
import styles from './ExportPairsDialog.module.css'
import { ExportFoot } from './ExportFoot.tsx'
import { WAYS } from './exporterTitles.ts'

/** Milliseconds without a choice before the plan is made: one that is typed takes several keys. */
const PLAN_DELAY_MS = 120

/** Milliseconds between plans of the same choices, while the pairs change. */
const REPLAN_MS = 2000

/** Rendered only while it is open. */
export function ExportPairsDialog(): JSX.Element | null {
  const facts = usePairing((state) => state.facts)
  return facts ? <ExportPairsForm facts={facts} /> : null
}

function ExportPairsForm({ facts }: { readonly facts: PairingFacts }): JSX.Element {
  const choices = useExportPairs((state) => state.choices)
  const isBusy = useExportPairs((state) => state.running !== undefined)
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
    // Waits for no pause: while answers are validated there is a new revision several times a second.
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
    <AppDialog title="Export" isWide onClose={closeExportPairs} foot={<ExportFoot />}>
      <fieldset className={styles['panes']} disabled={isBusy}>
        <div className={styles['ways']} role="radiogroup" aria-label="What">
          {WAYS.map(({ kind, title, summary }) => (
            <RadioRow
              key={kind}
              group="export-pairs"
              title={title}
              summary={summary}
              isChecked={kind === choices.kind}
              onCheck={() => choosePairExport({ kind })}
            />
          ))}
        </div>
        <div className={styles['options']}>
          {isFiltered(view) && takesView(choices.kind) && <OnlyShown />}
          {choices.kind === 'retry' && <RetryForm facts={facts} />}
          {(choices.kind === 'joinedJsonl' || choices.kind === 'joinedCsv') && <JoinedOptions />}
        </div>
      </fieldset>
    </AppDialog>
  )
}

function OnlyShown(): JSX.Element {
  const isChecked = useExportPairs(({ choices }) => choices.onlyShown)
  const shown = usePairing((state) => state.shown)
  const isGrouped = shown?.view.group !== undefined && shown.view.filter.group === undefined
  return (
    <CheckRow
      title="Only what is shown"
      {...(shown && !isGrouped && { count: shown.count })}
      isChecked={isChecked}
      onCheck={(onlyShown) => choosePairExport({ onlyShown })}
    />
  )
}
