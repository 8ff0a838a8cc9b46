// The way out: which lines, as what, and where to.
import { type JSX, useState } from 'react'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { exportDocument } from '../../state/actions/exportDocument.ts'
import { cancelJob } from '../../state/actions/jobs.ts'
import { countOf, formatProgress } from '../../state/formatNumber.ts'
import { useActiveDocument, useApp } from '../../state/hooks.ts'
import type { DocumentTab } from '../../state/store.ts'
import type { Catalogue, DocumentFacts } from '../../contracts/documentApi.ts'
import { canPickSaveFile, pickSaveFile } from '../files/filePickers.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { exportChoices } from './exportChoices.ts'
import styles from './ExportDialog.module.css'
import { exportFileName } from './exportFileName.ts'
import { RadioRow } from './RadioRow.tsx'

export function ExportDialog(): JSX.Element | null {
  const tab = useActiveDocument()
  const catalogue = useApp((state) => state.catalogue)
  if (!tab?.facts || !catalogue) return null
  return <ExportForm tab={tab} facts={tab.facts} catalogue={catalogue} />
}

interface ExportFormProps {
  readonly tab: DocumentTab
  readonly facts: DocumentFacts
  readonly catalogue: Catalogue
}

function ExportForm({ tab, facts, catalogue }: ExportFormProps): JSX.Element | null {
  const [chosen, setChosen] = useState(0)
  const [exporterId, setExporterId] = useState(catalogue.exporters[0]?.id)
  const [isBusy, setIsBusy] = useState(false)
  const choices = exportChoices(facts, tab.view)
  const choice = choices[chosen]
  const exporter = catalogue.exporters.find((entry) => entry.id === exporterId)
  if (!choice || !exporter) return null
  const fileName = exportFileName(tab.name, choice.selection.kind, exporter.extension)

  async function run(handle?: FileSystemFileHandle): Promise<void> {
    if (!choice || !exporter) return
    setIsBusy(true)
    const isDone = await exportDocument({
      selection: choice.selection,
      exporterId: exporter.id,
      fileName,
      handle,
    })
    setIsBusy(false)
    if (isDone) closeDialog()
  }

  async function runToFile(): Promise<void> {
    const handle = await pickSaveFile(fileName)
    if (handle) await run(handle)
  }

  return (
    <AppDialog
      title="Export"
      onClose={closeDialog}
      foot={
        isBusy ? (
          <ExportProgress tab={tab} />
        ) : (
          <>
            <span className={styles['fileName']} title={fileName}>
              {fileName}
            </span>
            {canPickSaveFile && (
              <Button look="outlined" onClick={() => void runToFile()}>
                Save to file…
              </Button>
            )}
            <Button look="primary" onClick={() => void run()}>
              Download
            </Button>
          </>
        )
      }
    >
      {tab.drafts.length > 0 && (
        <p className={styles['note']}>
          Text in the line editor that is not applied yet will not be in the export.
        </p>
      )}
      <fieldset className={styles['group']} disabled={isBusy}>
        <legend>Which lines</legend>
        {choices.map(({ title, count }, index) => (
          <RadioRow
            key={title}
            group="export-what"
            title={title}
            note={count === undefined ? '' : countOf(count, 'line')}
            isChecked={index === chosen}
            onCheck={() => setChosen(index)}
          />
        ))}
      </fieldset>
      <fieldset className={styles['group']} disabled={isBusy}>
        <legend>As</legend>
        {catalogue.exporters.map(({ id, title, summary }) => (
          <RadioRow
            key={id}
            group="export-as"
            title={title}
            summary={summary}
            isChecked={id === exporterId}
            onCheck={() => setExporterId(id)}
          />
        ))}
      </fieldset>
    </AppDialog>
  )
}

function ExportProgress({ tab }: { readonly tab: DocumentTab }): JSX.Element {
  const jobs = useApp((state) => state.jobs)
  const job = jobs.find((entry) => entry.key === tab.key && entry.isExport)
  return (
    <>
      <span className={styles['fileName']}>{job?.title ?? 'Checking the file'}</span>
      <ProgressBar
        label={job?.title ?? 'Exporting'}
        done={job?.progress?.done ?? 0}
        total={job?.progress?.total ?? 0}
        valueText={formatProgress(job?.progress)}
      />
      <Button look="outlined" onClick={() => void (job && cancelJob(job.jobId))}>
        Cancel
      </Button>
    </>
  )
}
