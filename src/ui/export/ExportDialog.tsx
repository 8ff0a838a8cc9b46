// The way out: which lines, as what, and where to.
import { type JSX, useEffect, useRef, useState } from 'react'
import { msg } from '../../i18n/message.ts'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { exportDocument } from '../../state/actions/exportDocument.ts'
import { cancelJob } from '../../state/actions/jobs.ts'
import { useActiveDocument, useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { progressText } from '../../state/progressText.ts'
import type { DocumentTab } from '../../state/store.ts'
import type { Catalogue, DocumentFacts } from '../../contracts/documentApi.ts'
import { canPickSaveFile, pickSaveFile } from '../files/filePickers.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { exportChoices, exportNote } from './exportChoices.ts'
import styles from './ExportDialog.module.css'
import { exportFileName, typedFileName } from './exportFileName.ts'
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
  const { t } = useTranslator()
  const exportOf = useApp((state) => state.exportOf)
  const [chosen, setChosen] = useState(() =>
    Math.max(
      0,
      exportChoices(facts, tab.view).findIndex(({ selection }) => selection.kind === exportOf),
    ),
  )
  const [exporterId, setExporterId] = useState(catalogue.exporters[0]?.id)
  /** Undefined as long as the name follows from the choices. */
  const [typedName, setTypedName] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  // Closed while the export goes on, another one may be open when its file is ready.
  const isShown = useRef(false)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  const choices = exportChoices(facts, tab.view)
  const choice = choices[chosen]
  const exporter = catalogue.exporters.find((entry) => entry.id === exporterId)
  if (!choice || !exporter) return null
  const usualName = exportFileName(tab.name, choice.selection.kind, exporter.extension)
  const fileName = typedFileName(typedName ?? '', exporter.extension) || usualName

  async function run(handle?: FileSystemFileHandle): Promise<void> {
    if (!choice || !exporter) return
    setIsBusy(true)
    const isDone = await exportDocument({
      selection: choice.selection,
      exporterId: exporter.id,
      fileName,
      // Other exporters leave some of them out.
      invalid: exporter.extension === '.jsonl' ? choice.invalid : 0,
      handle,
    })
    setIsBusy(false)
    if (isDone && isShown.current) closeDialog()
  }

  async function runToFile(): Promise<void> {
    const handle = await pickSaveFile(fileName)
    if (handle) await run(handle)
  }

  return (
    <AppDialog
      title={t(msg('Export'))}
      onClose={closeDialog}
      foot={
        isBusy ? (
          <ExportProgress tab={tab} />
        ) : (
          <>
            <input
              className={styles['nameField']}
              type="text"
              aria-label={t(msg('File name'))}
              autoComplete="off"
              spellCheck={false}
              value={typedName ?? usualName}
              onChange={(typed) => setTypedName(typed.target.value)}
              onFocus={(focus) => selectStem(focus.target)}
              onKeyDown={(press) => {
                if (press.key === 'Enter' && !press.nativeEvent.isComposing) void run()
              }}
            />
            {canPickSaveFile && (
              <Button look="outlined" onClick={() => void runToFile()}>
                {t(msg('Save to file…'))}
              </Button>
            )}
            <Button look="primary" onClick={() => void run()}>
              {t(msg('Download'))}
            </Button>
          </>
        )
      }
    >
      {tab.drafts.length > 0 && (
        <p className={styles['note']}>
          {t(msg('Text in the line editor that is not applied yet will not be in the export.'))}
        </p>
      )}
      <fieldset className={styles['group']} disabled={isBusy}>
        <legend>{t(msg('Which lines'))}</legend>
        {choices.map((entry, index) => {
          const note = exportNote(entry)
          return (
            <RadioRow
              key={entry.selection.kind}
              group="export-what"
              title={t(entry.title)}
              note={note && t(note)}
              isChecked={index === chosen}
              onCheck={() => setChosen(index)}
            />
          )
        })}
      </fieldset>
      <fieldset className={styles['group']} disabled={isBusy}>
        <legend>{t(msg('As'))}</legend>
        {catalogue.exporters.map(({ id, title, summary }) => (
          <RadioRow
            key={id}
            group="export-as"
            title={t(title)}
            summary={t(summary)}
            isChecked={id === exporterId}
            onCheck={() => setExporterId(id)}
          />
        ))}
      </fieldset>
    </AppDialog>
  )
}

/** What is typed then replaces the name and leaves its ending. */
function selectStem(field: HTMLInputElement): void {
  const dot = field.value.lastIndexOf('.')
  field.setSelectionRange(0, dot > 0 ? dot : field.value.length)
}

function ExportProgress({ tab }: { readonly tab: DocumentTab }): JSX.Element {
  const { t } = useTranslator()
  const jobs = useApp((state) => state.jobs)
  const job = jobs.find((entry) => entry.key === tab.key && entry.isExport)
  const done = progressText(job?.progress)
  return (
    <>
      <span className={styles['fileName']}>{t(job?.title ?? msg('Checking the file'))}</span>
      <ProgressBar
        label={t(job?.title ?? msg('Exporting'))}
        done={job?.progress?.done ?? 0}
        total={job?.progress?.total ?? 0}
        valueText={done && t(done)}
      />
      <Button look="outlined" onClick={() => void (job && cancelJob(job.jobId))}>
        {t(msg('Cancel'))}
      </Button>
    </>
  )
}
