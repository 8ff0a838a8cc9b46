// What the batch is made from: prompts that are typed or pasted, or the rows of a file or a document.
import { FileText, FolderOpen, Rows3, Type } from 'lucide-react'
import { type ChangeEvent, type JSX, useId, useRef } from 'react'
import { msg } from '../../i18n/message.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { type RowOrigin, useNewBatch } from '../../state/newBatch/newBatchStore.ts'
import { takeActiveDocument } from '../../state/newBatch/documentRows.ts'
import { takeOrOpen } from '../../state/newBatch/newFile.ts'
import { readRowsAgain, setPrompts, typePrompts } from '../../state/newBatch/rows.ts'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { ColumnList } from './ColumnList.tsx'
import { Examples } from './Examples.tsx'
import { FileOptions } from './FileOptions.tsx'
import fields from './fields.module.css'
import { Segments } from './Segments.tsx'
import styles from './RowsSection.module.css'

export function RowsSection(): JSX.Element {
  const { t } = useTranslator()
  const titleId = useId()
  const picker = useRef<HTMLInputElement>(null)
  const origin = useNewBatch((state) => state.origin)
  const documentName = useActive(({ facts, name }) => (facts?.state === 'ready' ? name : ''))
  const handleChoice = (changed: ChangeEvent<HTMLInputElement>) => {
    const input = changed.currentTarget
    const [file] = input.files ?? []
    if (file) void takeOrOpen({ file })
    // Choosing the same file again must count as a change.
    input.value = ''
  }
  return (
    <section className={fields['section']} aria-labelledby={titleId}>
      <div className={styles['head']}>
        <h2 id={titleId} className={fields['title']}>
          {t(msg('From'))}
        </h2>
        {documentName !== '' && (
          <Button
            size="small"
            look="outlined"
            title={t(msg('Rows and template from {name}', { name: documentName }))}
            onClick={() => void takeActiveDocument()}
          >
            <Rows3 aria-hidden />
            {t(msg('From the open document'))}
          </Button>
        )}
        <Button size="small" look="outlined" onClick={() => picker.current?.click()}>
          <FolderOpen aria-hidden />
          {t(msg('From a file'))}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={t(msg('File with prompts'))}
          onChange={handleChoice}
        />
      </div>
      {origin.kind === 'text' ? <Prompts /> : <OtherRows origin={origin} />}
      {origin.kind === 'file' && <FileOptions />}
      <RowNews />
      <ColumnList />
    </section>
  )
}

function Prompts(): JSX.Element {
  const { t } = useTranslator()
  const text = useNewBatch((state) => state.text)
  const split = useNewBatch((state) => state.split)
  const area = useRef<HTMLTextAreaElement>(null)
  return (
    <>
      <textarea
        ref={area}
        className={fields['area']}
        aria-label={t(msg('Prompts'))}
        rows={7}
        value={text}
        placeholder={t(msg('Paste prompts here, one a line'))}
        onChange={(typed) => setPrompts({ text: typed.target.value })}
      />
      {text.trim() === '' && <Examples onTake={() => area.current?.focus()} />}
      <Segments
        label={t(msg('A prompt is'))}
        value={split}
        choices={[
          { value: 'lines', title: t(msg('Each line')) },
          { value: 'paragraphs', title: t(msg('Each part between blank lines')) },
        ]}
        onChoose={(chosen) => setPrompts({ split: chosen })}
      />
    </>
  )
}

function OtherRows({ origin }: { readonly origin: Exclude<RowOrigin, { kind: 'text' }> }) {
  const { t } = useTranslator()
  return (
    <div className={styles['file']}>
      <FileText aria-hidden />
      <span className={styles['name']} title={origin.name}>
        {origin.name}
      </span>
      <Button size="small" onClick={typePrompts}>
        <Type aria-hidden />
        {t(msg('Type prompts instead'))}
      </Button>
    </div>
  )
}

function RowNews(): JSX.Element | null {
  const { t } = useTranslator()
  const { state, facts, problem, progress } = useNewBatch((batch) => batch.rows)
  const notes = useNewBatch((batch) => batch.rowNotes)
  if (state === 'failed') {
    return (
      <p role="alert" className={fields['problem']}>
        {t(problem ?? msg('The rows could not be read.'))}{' '}
        <Button size="small" onClick={readRowsAgain}>
          {t(msg('Try again'))}
        </Button>
      </p>
    )
  }
  if (!facts) {
    if (state !== 'reading' || !progress) return null
    return <ProgressBar label={t(msg('Reading rows'))} {...progress} />
  }
  return (
    <p className={fields['note']}>
      {t(msg('{rows, plural, one {# row} other {# rows}}', { rows: facts.rows }))}
      {facts.leftOut > 0 && facts.firstLeftOut !== undefined && (
        <span className={fields['warning']}>
          {' · '}
          {t(
            msg(
              '{count, plural, one {# line is no JSON and was} other {# lines are no JSON and were}} left out, first line {first, number}',
              { count: facts.leftOut, first: facts.firstLeftOut },
            ),
          )}
        </span>
      )}
      {notes && <span className={fields['warning']}> · {t(notes)}</span>}
    </p>
  )
}
