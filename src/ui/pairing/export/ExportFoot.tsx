// What the choices would write, and the buttons that write it; while it is written, how far that is.
import type { JSX } from 'react'
import type { PairExporterInfo } from '../../../contracts/pairingApi.ts'
import { formatProgress } from '../../../state/formatNumber.ts'
import {
  cancelPairExport,
  closeExportPairs,
  type RunningExport,
  exportPairs,
  exportPairsStore,
  useExportPairs,
} from '../../../state/pairing/exportPairs.ts'
import { chosenExporter } from '../../../state/pairing/exportChoices.ts'
import {
  isWorthwhile,
  leftOutText,
  planText,
  scopeText,
} from '../../../state/pairing/exportMessages.ts'
import { canPickSaveFile, pickSaveFile } from '../../files/filePickers.ts'
import { Button } from '../../controls/Button.tsx'
import { ProgressBar } from '../../controls/ProgressBar.tsx'
import styles from './ExportFoot.module.css'
import { useExportScope } from './useExportScope.ts'

export function ExportFoot(): JSX.Element {
  const running = useExportPairs((state) => state.running)
  return (
    <>
      <PlanNote />
      {running ? <RunningNote running={running} /> : <WriteButtons />}
    </>
  )
}

function useExporter(): PairExporterInfo | undefined {
  return useExportPairs(({ exporters, choices }) => chosenExporter(exporters, choices))
}

function PlanNote(): JSX.Element {
  const { plan, problem, isPlanning, outcome } = useExportPairs((state) => state)
  const exporter = useExporter()
  const scope = useExportScope(exporter)
  const scopeNote = outcome || problem !== undefined ? undefined : scopeText(scope, plan?.count)
  const notes = outcome ? outcome.leftOut.map(leftOutText) : (plan?.notes ?? [])
  return (
    <div
      role="status"
      aria-label="What will be written"
      aria-busy={isPlanning}
      className={styles['plan']}
      data-count={plan?.count}
      data-files={plan?.fileNames.length}
    >
      <p
        className={styles['amount']}
        data-problem={(!outcome && problem !== undefined) || undefined}
      >
        {outcome?.text ??
          problem ??
          (plan && exporter ? planText(exporter, plan, scope) : 'Looking at the pairs…')}
      </p>
      {scopeNote !== undefined && <p className={styles['scope']}>{scopeNote}</p>}
      {plan && !outcome && (
        <p className={styles['names']} title={plan.fileNames.join(', ')}>
          {namesText(plan.fileNames)}
        </p>
      )}
      {notes.length > 0 && (
        <ul className={styles['notes']}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function WriteButtons(): JSX.Element {
  const { plan, problem, isPlanning, outcome } = useExportPairs((state) => state)
  const exporter = useExporter()
  const isReady = plan !== undefined && !isPlanning && problem === undefined
  const canWrite = isReady && exporter !== undefined && isWorthwhile(exporter, plan)
  return (
    <>
      {canPickSaveFile && plan?.fileNames.length === 1 && (
        <Button look="outlined" disabled={!canWrite} onClick={() => void writeToFile()}>
          Save to file…
        </Button>
      )}
      {outcome && (
        <Button look="outlined" onClick={closeExportPairs}>
          Done
        </Button>
      )}
      <Button look="primary" disabled={!canWrite} onClick={() => void exportPairs()}>
        Download
      </Button>
    </>
  )
}

interface RunningNoteProps {
  readonly running: RunningExport
  /** With small buttons. */
  readonly isSmall?: boolean
}

export function RunningNote({ running, isSmall = false }: RunningNoteProps): JSX.Element {
  const { title, progress } = running
  return (
    <>
      <span className={styles['running']}>{title}</span>
      <ProgressBar
        label={title}
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        valueText={formatProgress(progress)}
      />
      <Button
        look="outlined"
        {...(isSmall && { size: 'small' })}
        onClick={() => void cancelPairExport()}
      >
        Cancel
      </Button>
    </>
  )
}

async function writeToFile(): Promise<void> {
  const [name] = exportPairsStore.getState().plan?.fileNames ?? []
  const handle = name === undefined ? undefined : await pickSaveFile(name)
  if (handle) await exportPairs(handle)
}

/** The first and the last of many. */
function namesText(names: readonly string[]): string {
  return names.length > 3 ? `${names[0]} … ${names.at(-1)}` : names.join(', ')
}
