// The pairing in the place of a document's lines: requests beside their answers.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { useTranslator } from '../../state/language.ts'
import { usePairing, phaseOf } from '../../state/pairing/pairingStore.ts'
import { setPairFilter } from '../../state/pairing/pairView.ts'
import { showAllPairs } from '../../state/pairing/pairSearch.ts'
import { pairRows } from '../../state/pairing/pairingWorker.ts'
import { closePairDrawer, openLineOfPair, openPairOfLine } from '../../state/pairing/selection.ts'
import tableStyles from '../table/Table.module.css'
import { DrawerFrame } from '../controls/DrawerFrame.tsx'
import { focusTable } from '../controls/focusField.ts'
import { SidePanel } from '../controls/SidePanel.tsx'
import { ONE_COLUMN, useMedia } from '../controls/useMedia.ts'
import { PairDrawer } from './drawer/PairDrawer.tsx'
import { PairGrid } from './grid/PairGrid.tsx'
import { AnswersAlone } from './AnswersAlone.tsx'
import { MissingSide } from './MissingSide.tsx'
import { PairedByRequest } from './PairedByRequest.tsx'
import { PairingNotice } from './PairingNotice.tsx'
import styles from './PairingView.module.css'
import { SummaryPanel } from './summary/SummaryPanel.tsx'
import { SourcesStrip } from './sources/SourcesStrip.tsx'
import { ExportPairsDialog } from './export/ExportPairsDialog.tsx'
import { PairToolbar } from './toolbar/PairToolbar.tsx'
import { emptyTableText } from './emptyTableText.ts'

export function PairingView(): JSX.Element {
  const { t } = useTranslator()
  const phase = usePairing(phaseOf)
  const facts = usePairing((state) => state.facts)
  const view = usePairing((state) => state.view)
  const isDrawerOpen = usePairing((state) => state.isDrawerOpen && phaseOf(state) !== 'idle')
  const isExportPairsOpen = usePairing((state) => state.isExportPairsOpen)
  // Nothing of the table is in sight below the drawer.
  const isCovered = useMedia(ONE_COLUMN)
  return (
    <div
      className={styles['frame']}
      data-panel={phase !== 'idle' || undefined}
      data-drawer={isDrawerOpen || undefined}
    >
      {phase !== 'idle' && (
        <SidePanel label={t(msg('Summary of the pairs'))}>
          {facts && (
            <SummaryPanel
              facts={facts}
              view={view}
              onFilter={setPairFilter}
              onShowAll={showAllPairs}
              onClose={closeSummary}
            />
          )}
        </SidePanel>
      )}
      <main className={styles['main']}>
        <section
          aria-label={t(msg('Pairing'))}
          className={styles['pairing']}
          data-state={phase}
          data-requests={facts?.requests ?? 0}
          data-succeeded={facts?.succeeded ?? 0}
          data-failed={facts?.failed ?? 0}
          data-missing={facts?.missing ?? 0}
          data-unexpected={facts?.unexpected ?? 0}
          data-duplicate={facts?.duplicate ?? 0}
          data-pair-ms={facts?.pairMs}
        >
          <div className={styles['middle']} inert={isDrawerOpen && isCovered}>
            <h1 className="visuallyHidden">{t(msg('Requests and answers'))}</h1>
            <PairingNotice />
            <SourcesStrip />
            {phase === 'idle' ? (
              <MissingSide />
            ) : (
              <>
                <AnswersAlone />
                <PairedByRequest />
                <PairToolbar />
                <PairTable />
              </>
            )}
          </div>
          {isDrawerOpen && (
            <DrawerFrame kind="pair" label={t(msg('Width of the pair'))}>
              <ChosenPair />
            </DrawerFrame>
          )}
        </section>
      </main>
      {isExportPairsOpen && <ExportPairsDialog />}
    </div>
  )
}

function closeSummary(): void {
  setPanelOpen(false)
}

function ChosenPair(): JSX.Element {
  const detail = usePairing((state) => state.detail)
  const isLoading = usePairing((state) => state.isDetailLoading)
  const failure = usePairing((state) => state.detailFailure)
  return (
    <PairDrawer
      detail={detail}
      isLoading={isLoading}
      failure={failure}
      onClose={closeChosenPair}
      onOpenLine={openLineOfPair}
      onShowPair={(place) => void openPairOfLine(place)}
    />
  )
}

/** Hands the focus back to the table. */
function closeChosenPair(): void {
  closePairDrawer()
  focusTable()
}

function PairTable(): JSX.Element {
  const { t } = useTranslator()
  const shown = usePairing((state) => state.shown)
  const phase = usePairing(phaseOf)
  // From the beginning, so that the focus has a place to wait for them.
  const rows = pairRows()
  const notice = emptyTableText(phase, shown)
  return (
    <div className={`${tableStyles['table']} ${styles['table']}`}>
      {rows && <PairGrid rows={rows} shown={shown} />}
      {notice !== undefined && <p className={tableStyles['notice']}>{t(notice)}</p>}
    </div>
  )
}
