// The way out: which lines, as what, and where to.
import { type JSX, useEffect, useRef, useState } from 'react'
import { present } from '../../base/assert.ts'
import { TABLE_COLUMNS } from '../../contracts/columns.ts'
import { msg } from '../../i18n/message.ts'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { exportDocument } from '../../state/actions/exportDocument.ts'
import { sayEmptied } from '../../state/actions/secureFile.ts'
import { cancelJob } from '../../state/actions/jobs.ts'
import { useActiveDocument, useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { progressText } from '../../state/progressText.ts'
import { withSplitting } from '../../state/splitting/withSplitting.ts'
import type { DocumentTab } from '../../state/store.ts'
import type {
  Catalogue,
  DocumentFacts,
  ExporterInfo,
  ExportOrder,
} from '../../contracts/documentApi.ts'
import {
  chooseExporter,
  chooseExportOption,
  chosenValues,
  type ExportValues,
  useExportChoices,
} from '../../state/exporting/exportChoices.ts'
import { canPickSaveFile } from '../files/filePickers.ts'
import { type PickedPlace, pickPlace } from '../files/pickPlace.ts'
import { IgnoredNote } from '../codes/IgnoredNote.tsx'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { exportChoices, exportNote } from './exportChoices.ts'
import styles from './ExportDialog.module.css'
import optionStyles from './ExportOptions.module.css'
import { ExporterOptions } from './ExporterOptions.tsx'
import { exportFileName, typedFileName } from './exportFileName.ts'
import { ExportPreviewPane } from './ExportPreview.tsx'
import { OrderChoice } from './OrderChoice.tsx'
import { RadioRow } from './RadioRow.tsx'
import { useExportPreview } from './useExportPreview.ts'

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
  /** Counts where rows are sorted. */
  const [order, setOrder] = useState<ExportOrder>('shown')
  const remembered = useExportChoices((state) => state)
  /** Undefined as long as the name follows from the choices. */
  const [typedName, setTypedName] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  /** The lines are being looked through for their fields. */
  const [isSearching, setIsSearching] = useState(false)
  // Closed while the export goes on, another one may be open when its file is ready.
  const isShown = useRef(false)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  const isMixed = [...facts.causes, ...facts.fileFindings].some(
    ({ offer, severity }) => offer === 'split' && severity === 'error',
  )
  const choices = exportChoices(facts, tab.view)
  const choice = choices[chosen] ?? present(choices[0], 'lines to export')
  const exporter =
    catalogue.exporters.find((entry) => entry.id === remembered.exporterId) ??
    present(catalogue.exporters[0], 'exporter')
  const chosenOptions = chosenValues(remembered, tab.key, exporter.id)
  const {
    choice: request,
    paths,
    tableColumns,
    preview,
    isLate,
    problem,
  } = useExportPreview(
    tab.key,
    (known) => ({
      selection: choice.selection,
      ...(facts.order && { order }),
      exporterId: exporter.id,
      options: withUsualField(exporter, withUsualFields(exporter, chosenOptions, facts), known),
    }),
    facts.revision,
  )
  const isRefused = preview?.refusal !== undefined && !isLate
  const canRun = !isSearching && !isRefused
  const usualName = exportFileName(tab.name, choice.selection.kind, exporter.extension)
  const fileName = typedFileName(typedName ?? '', exporter.extension) || usualName

  async function run(place?: PickedPlace): Promise<void> {
    if (!canRun) return
    setIsBusy(true)
    const isDone = await exportDocument({
      ...request,
      fileName,
      // Other exporters leave some of them out.
      invalid: exporter.takesAnyLine ? choice.invalid : 0,
      handle: place?.handle,
    })
    setIsBusy(false)
    if (!isDone && place?.isEmptied) sayEmptied(place.handle.name)
    if (isDone && isShown.current) closeDialog()
  }

  async function runToFile(): Promise<void> {
    const place = await pickPlace(tab, fileName)
    if (place) await run(place)
  }

  return (
    <AppDialog
      title={t(msg('Export'))}
      isWide
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
              onFocus={(focus) => selectStem(focus.target, exporter.extension)}
              onKeyDown={(press) => {
                if (press.key === 'Enter' && !press.nativeEvent.isComposing) void run()
              }}
            />
            {canPickSaveFile && (
              <Button look="outlined" disabled={!canRun} onClick={() => void runToFile()}>
                {t(msg('Save to file…'))}
              </Button>
            )}
            <Button look="primary" disabled={!canRun} onClick={() => void run()}>
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
      {isMixed && (
        <p className={styles['note']}>
          {t(msg('No batch takes this file as it is.'))}{' '}
          <Button
            size="small"
            disabled={isBusy}
            onClick={() => void withSplitting(({ openSplit }) => openSplit(tab.key))}
          >
            {t(msg('Split into valid files'))}
          </Button>
        </p>
      )}
      <IgnoredNote facts={facts} />
      <fieldset className={styles['panes']} disabled={isBusy}>
        <div>
          <fieldset className={optionStyles['group']}>
            <legend>{t(msg('Which lines'))}</legend>
            {choices.map((entry, index) => {
              const note = exportNote(entry)
              return (
                <RadioRow
                  key={entry.selection.kind}
                  group="export-what"
                  title={t(entry.title)}
                  note={note && t(note)}
                  isChecked={entry === choice}
                  onCheck={() => setChosen(index)}
                />
              )
            })}
          </fieldset>
          {facts.order && <OrderChoice sorted={facts.order} order={order} onChoose={setOrder} />}
          <fieldset className={optionStyles['group']}>
            <legend>{t(msg('As'))}</legend>
            {catalogue.exporters.map(({ id, title, summary }) => (
              <RadioRow
                key={id}
                group="export-as"
                title={t(title)}
                summary={t(summary)}
                isChecked={id === exporter.id}
                onCheck={() => chooseExporter(id)}
              />
            ))}
          </fieldset>
        </div>
        <div className={styles['options']}>
          <ExporterOptions
            key={exporter.id}
            documentKey={tab.key}
            exporter={exporter}
            choice={request}
            paths={paths}
            tableColumns={tableColumns}
            onChoose={(name, value) => chooseExportOption(tab.key, exporter, name, value)}
            onSearch={setIsSearching}
          />
          {preview && <ExportPreviewPane preview={preview} exporter={exporter} isLate={isLate} />}
          {problem && (
            <p role="alert" className={styles['problem']}>
              {t(problem)}
            </p>
          )}
        </div>
      </fieldset>
    </AppDialog>
  )
}

/** What is typed then replaces the name and leaves its ending. */
function selectStem(field: HTMLInputElement, ending: string): void {
  const { value } = field
  const dot = value.endsWith(ending) ? value.length - ending.length : value.lastIndexOf('.')
  field.setSelectionRange(0, dot > 0 ? dot : value.length)
}

/** The table's columns, where it has some and the user has not chosen others. */
function withUsualFields(
  { options }: ExporterInfo,
  values: ExportValues,
  { columns }: DocumentFacts,
): ExportValues {
  const name = Object.keys(options).find((key) => options[key]?.kind === 'fields')
  if (name === undefined || Object.hasOwn(values, name) || columns.length === 0) return values
  return { ...values, [name]: TABLE_COLUMNS }
}

/** Where one field has to be chosen, the one with most to read until the user has. */
function withUsualField(
  { options }: ExporterInfo,
  values: ExportValues,
  paths: readonly string[],
): ExportValues {
  const name = Object.keys(options).find((key) => options[key]?.kind === 'field')
  if (name === undefined || values[name] !== undefined) return values
  return { ...values, [name]: paths[0] }
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
