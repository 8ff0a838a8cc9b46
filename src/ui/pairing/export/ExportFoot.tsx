// What the choices would write, and the buttons that write it; while it is written, how far that is.
import type { JSX } from 'react'
import type { PairExporterInfo } from '../../../contracts/pairingApi.ts'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
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
import { progressText } from '../../../state/progressText.ts'
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

/** Of more files only the first and the last are named. */
const NAMED = 3

function PlanNote(): JSX.Element {
  const { t, list } = useTranslator()
  const { plan, problem, isPlanning, outcome } = useExportPairs((state) => state)
  const exporter = useExporter()
  const scope = useExportScope(exporter)
  const scopeNote = outcome || problem !== undefined ? undefined : scopeText(scope, plan?.count)
  const text =
    outcome?.text ??
    problem ??
    (plan && exporter ? planText(exporter, plan, scope) : msg('Looking at the pairs…'))
  const notes = outcome ? outcome.leftOut.map(leftOutText) : (plan?.notes ?? [])
  return (
    <div
      role="status"
      aria-label={t(msg('What will be written'))}
      aria-busy={isPlanning}
      className={styles['plan']}
      data-count={plan?.count}
      data-files={plan?.fileNames.length}
    >
      <p
        className={styles['amount']}
        data-problem={(!outcome && problem !== undefined) || undefined}
      >
        {t(text)}
      </p>
      {scopeNote && <p className={styles['scope']}>{t(scopeNote)}</p>}
      {plan && !outcome && (
        <p className={styles['names']} title={list(plan.fileNames, 'and')}>
          {plan.fileNames.length > NAMED
            ? `${plan.fileNames[0]} … ${plan.fileNames.at(-1)}`
            : list(plan.fileNames, 'and')}
        </p>
      )}
      {notes.length > 0 && (
        <ul className={styles['notes']}>
          {notes.map(t).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function WriteButtons(): JSX.Element {
  const { t } = useTranslator()
  const { plan, problem, isPlanning, outcome } = useExportPairs((state) => state)
  const exporter = useExporter()
  const isReady = plan !== undefined && !isPlanning && problem === undefined
  const canWrite = isReady && exporter !== undefined && isWorthwhile(exporter, plan)
  return (
    <>
      {canPickSaveFile && plan?.fileNames.length === 1 && (
        <Button look="outlined" disabled={!canWrite} onClick={() => void writeToFile()}>
          {t(msg('Save to file…'))}
        </Button>
      )}
      {outcome && (
        <Button look="outlined" onClick={closeExportPairs}>
          {t(msg('Done'))}
        </Button>
      )}
      <Button look="primary" disabled={!canWrite} onClick={() => void exportPairs()}>
        {t(msg('Download'))}
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
  const { t } = useTranslator()
  const { title, progress } = running
  const amount = progressText(progress)
  return (
    <>
      <span className={styles['running']}>{t(title)}</span>
      <ProgressBar
        label={t(title)}
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        valueText={amount && t(amount)}
      />
      <Button
        look="outlined"
        {...(isSmall && { size: 'small' })}
        onClick={() => void cancelPairExport()}
      >
        {t(msg('Cancel'))}
      </Button>
    </>
  )
}

async function writeToFile(): Promise<void> {
  const [name] = exportPairsStore.getState().plan?.fileNames ?? []
  const handle = name === undefined ? undefined : await pickSaveFile(name)
  if (handle) await exportPairs(handle)
}
