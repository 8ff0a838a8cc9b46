// Exports of a pairing: which one, with which options, and what would be written.
import { type JSX, useEffect, useRef } from 'react'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import {
  choosePairExport,
  closeExportPairs,
  refreshPlan,
  useExportPairs,
} from '../../../state/pairing/exportPairs.ts'
import { chosenExporter, isFiltered } from '../../../state/pairing/exportChoices.ts'
import { usePairing } from '../../../state/pairing/pairingStore.ts'
import type { PairingFacts } from '../../../contracts/pairingApi.ts'
import { AppDialog } from '../../controls/AppDialog.tsx'
import { RadioRow } from '../../export/RadioRow.tsx'
import { isGrouped } from '../isGrouped.ts'
import { CheckRow } from '../../export/CheckRow.tsx'
import { ExporterOptions } from './ExporterOptions.tsx'
import styles from './ExportPairsDialog.module.css'
import { ExportFoot } from './ExportFoot.tsx'

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
  const { t } = useTranslator()
  const choices = useExportPairs((state) => state.choices)
  const exporters = useExportPairs((state) => state.exporters)
  const exporter = chosenExporter(exporters, choices)
  const isBusy = useExportPairs((state) => state.running !== undefined)
  const view = usePairing((state) => state.view)
  const { revision } = facts
  const plannedAt = useRef<number>(undefined)
  useEffect(() => {
    const timer = setTimeout(() => void refreshPlan(), PLAN_DELAY_MS)
    return () => clearTimeout(timer)
  }, [exporters, choices, view])
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
    <AppDialog title={t(msg('Export'))} isWide onClose={closeExportPairs} foot={<ExportFoot />}>
      <fieldset className={styles['panes']} disabled={isBusy}>
        <div className={styles['exporters']} role="radiogroup" aria-label={t(msg('What'))}>
          {exporters.map(({ id, title, summary }) => (
            <RadioRow
              key={id}
              group="export-pairs"
              title={t(title)}
              summary={t(summary)}
              isChecked={id === exporter?.id}
              onCheck={() => choosePairExport({ exporterId: id })}
            />
          ))}
        </div>
        <div className={styles['options']}>
          {isFiltered(view) && exporter?.takesView && <OnlyShown />}
          {exporter && <ExporterOptions specs={exporter.options} facts={facts} />}
        </div>
      </fieldset>
    </AppDialog>
  )
}

function OnlyShown(): JSX.Element {
  const { t } = useTranslator()
  const isChecked = useExportPairs(({ choices }) => choices.onlyShown)
  const shown = usePairing((state) => state.shown)
  return (
    <CheckRow
      title={t(msg('Only what is shown'))}
      {...(shown && !isGrouped(shown) && { count: shown.count })}
      isChecked={isChecked}
      onCheck={(onlyShown) => choosePairExport({ onlyShown })}
    />
  )
}
