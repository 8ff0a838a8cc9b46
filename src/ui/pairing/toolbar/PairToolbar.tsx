// Above the table of pairs: search, which pairs are shown, their order and groups, what else is
// filtered, and the ways out.
import { Download } from 'lucide-react'
import type { JSX } from 'react'
import { countOf, groupNumber } from '../../../state/formatNumber.ts'
import { startExportPairs } from '../../../state/pairing/startPairing.ts'
import {
  hasRequests,
  type PairingState,
  phaseOf,
  usePairing,
} from '../../../state/pairing/pairingStore.ts'
import { setPairOrder } from '../../../state/pairing/pairView.ts'
import { Button } from '../../controls/Button.tsx'
import { ExportProgress } from '../export/ExportProgress.tsx'
import { isGrouped } from '../isGrouped.ts'
import { outcomeChoices } from '../outcomeChoices.ts'
import { FilterChips } from './FilterChips.tsx'
import { GroupChoice } from './GroupChoice.tsx'
import { OutcomeChoice } from './OutcomeChoice.tsx'
import { PairSearchBox } from './PairSearchBox.tsx'
import tableStyles from '../../table/TableToolbar.module.css'
import { useToolbarForm } from '../../table/useToolbarForm.ts'
import styles from './PairToolbar.module.css'

export function PairToolbar(): JSX.Element {
  const isReady = usePairing((state) => phaseOf(state) === 'ready')
  const order = usePairing((state) => state.view.order)
  const toolbar = useToolbarForm(usePairing(widthsOf))
  return (
    <div className={styles['toolbar']}>
      <div ref={toolbar} className={`${tableStyles['tools']} ${styles['first']}`}>
        <PairSearchBox canSearch={isReady} />
        <OutcomeChoice />
      </div>
      <div className={styles['second']}>
        <select
          className={styles['select']}
          aria-label="Order"
          title="In the order of the requests, or by ids: request-2 before request-10"
          value={order}
          onChange={(chosen) =>
            setPairOrder(chosen.currentTarget.value === 'ids' ? 'ids' : 'requests')
          }
        >
          <option value="requests">In request order</option>
          <option value="ids">By ids</option>
        </select>
        <GroupChoice />
        <FilterChips />
        <RowCount />
        <ExportProgress />
        <Button size="small" look="primary" disabled={!isReady} onClick={startExportPairs}>
          <Download aria-hidden /> Export
        </Button>
      </div>
    </div>
  )
}

/** What the widths of the parts of the first row depend on. */
function widthsOf({ facts, sources }: PairingState): string {
  const choices = outcomeChoices(hasRequests(sources))
  const counts = choices.map(({ countOf: count }) => (facts?.summary ? count(facts) : 0))
  return counts.map((count) => groupNumber(count).length).join(' ')
}

function RowCount(): JSX.Element {
  const shown = usePairing((state) => state.shown)
  return (
    <span className={styles['rows']}>
      {shown ? countOf(shown.count, isGrouped(shown) ? 'group' : 'row') : ''}
    </span>
  )
}
