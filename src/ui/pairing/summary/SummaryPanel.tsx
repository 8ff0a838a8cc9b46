// The left panel of a pairing: what became of the requests, why, and what it cost. Every number shows
// its rows when pressed; with Ctrl, Command or Shift held, those of them that are shown already.
import { X } from 'lucide-react'
import { type JSX, useMemo } from 'react'
import type { PairFilter, PairingFacts, PairView } from '../../../contracts/pairingApi.ts'
import { Button } from '../../controls/Button.tsx'
import { CostTable } from './CostTable.tsx'
import { FilterContext } from './filterContext.ts'
import { NearMissList } from './NearMissList.tsx'
import { OutcomeBars } from './OutcomeBars.tsx'
import styles from './SummaryPanel.module.css'
import { TokenTable } from './TokenTable.tsx'
import { ErrorList, FinishReasonList, ModelList, StatusList, UnusableList } from './ValueLists.tsx'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'

export interface SummaryPanelProps {
  readonly facts: PairingFacts
  readonly view: PairView
  readonly onFilter: (filter: PairFilter) => void
  readonly onShowAll: () => void
  /** Closes the panel where it lies over the table; there is no button for it without. */
  readonly onClose?: (() => void) | undefined
}

export function SummaryPanel(props: SummaryPanelProps): JSX.Element {
  const { t } = useTranslator()
  const { facts, view, onFilter, onShowAll, onClose } = props
  const { filter } = view
  const { summary } = facts
  const filterUse = useMemo(() => {
    const show = (wanted: PairFilter) => {
      onFilter(wanted)
      // What was asked for lies under the panel.
      onClose?.()
    }
    return { filter, onFilter: show }
  }, [filter, onFilter, onClose])
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <FilterContext value={filterUse}>
      <section className={styles['panel']} aria-label={t(msg('Summary'))}>
        <div className={styles['head']}>
          <h2>{t(msg('Summary'))}</h2>
          <Button size="small" disabled={!isFiltered} onClick={onShowAll}>
            {t(msg('Show all'))}
          </Button>
          {onClose && (
            <Button
              size="icon"
              className={styles['close']}
              aria-label={t(msg('Close the summary'))}
              onClick={onClose}
            >
              <X aria-hidden />
            </Button>
          )}
        </div>
        <OutcomeBars facts={facts} />
        {summary ? (
          <>
            <NearMissList summary={summary} />
            <UnusableList summary={summary} checking={facts.checkingJson} />
            <ErrorList summary={summary} />
            <StatusList summary={summary} />
            <FinishReasonList summary={summary} />
            <ModelList summary={summary} />
            <TokenTable summary={summary} />
            <CostTable summary={summary} />
          </>
        ) : (
          facts.state === 'reading' && <Skeleton />
        )}
      </section>
    </FilterContext>
  )
}

/** Instead of what is known when everything is read. */
function Skeleton(): JSX.Element {
  return (
    <div className={styles['skeleton']} aria-hidden>
      {[38, 72, 64, 80, 34, 68, 76].map((width) => (
        <span key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
