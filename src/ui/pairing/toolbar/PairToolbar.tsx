// Above the table of pairs: search, which pairs are shown, their order and groups, what else is
// filtered, and the ways out.
import { Download } from 'lucide-react'
import type { JSX } from 'react'
import type { PairView } from '../../../contracts/pairingApi.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import { startExportPairs } from '../../../state/pairing/startPairing.ts'
import {
  hasRequests,
  type PairingState,
  phaseOf,
  type ShownRows,
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

type PairOrder = PairView['order']

/** Answers alone have no requests whose order they could follow. */
function ordersOf(
  isAsked: boolean,
): readonly { readonly kind: PairOrder; readonly title: Message }[] {
  return [
    { kind: 'requests', title: isAsked ? msg('In request order') : msg('In file order') },
    { kind: 'ids', title: msg('By ids') },
  ]
}

export function PairToolbar(): JSX.Element {
  const { t } = useTranslator()
  const isReady = usePairing((state) => phaseOf(state) === 'ready')
  const order = usePairing((state) => state.view.order)
  const isAsked = usePairing((state) => hasRequests(state.sources))
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
          aria-label={t(msg('Order'))}
          title={t(
            isAsked
              ? msg('In the order of the requests, or by ids: request-2 before request-10')
              : msg('In the order of the answers, or by ids: request-2 before request-10'),
          )}
          value={order}
          onChange={(chosen) => setPairOrder(chosen.currentTarget.value as PairOrder)}
        >
          {ordersOf(isAsked).map(({ kind, title }) => (
            <option key={kind} value={kind}>
              {t(title)}
            </option>
          ))}
        </select>
        <GroupChoice />
        <FilterChips />
        <RowCount />
        <ExportProgress />
        <Button size="small" look="primary" disabled={!isReady} onClick={startExportPairs}>
          <Download aria-hidden /> {t(msg('Export'))}
        </Button>
      </div>
    </div>
  )
}

/** What the widths of the parts of the first row depend on. */
function widthsOf({ facts, sources }: PairingState): string {
  const choices = outcomeChoices(hasRequests(sources))
  const counts = choices.map(({ countOf: count }) => (facts?.summary ? count(facts) : 0))
  return counts.map((count) => String(count).length).join(' ')
}

function RowCount(): JSX.Element {
  const { t } = useTranslator()
  const shown = usePairing((state) => state.shown)
  return <span className={styles['rows']}>{shown ? t(countText(shown)) : ''}</span>
}

function countText(shown: ShownRows): Message {
  const { count } = shown
  return isGrouped(shown)
    ? msg('{count, plural, one {# group} other {# groups}}', { count })
    : msg('{count, plural, one {# row} other {# rows}}', { count })
}
