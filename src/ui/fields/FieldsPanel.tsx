// The Fields panel, in the place of the issues: every field that occurs, how many lines have it, and what it holds.
import { Braces, Download, FileCheck, X } from 'lucide-react'
import { type JSX, useDeferredValue, useEffect, useRef, useState } from 'react'
import { msg } from '../../i18n/message.ts'
import { compareWithSchema } from '../../state/fields/comparedSchema.ts'
import { closeFields, followFigures, saveFigures, saveSchema } from '../../state/fields/fields.ts'
import { useFields } from '../../state/fields/fieldsStore.ts'
import { wantedLines } from '../../state/fields/wantedFigures.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import { CountingNote } from './CountingNote.tsx'
import { FieldFigures } from './FieldFigures.tsx'
import styles from './FieldsPanel.module.css'

export function FieldsPanel(): JSX.Element {
  const { t } = useTranslator()
  const key = useActive((tab) => tab.key)
  const name = useActive((tab) => tab.name)
  const counted = useFields((state) => state.counted)
  const own = counted?.key === key ? counted : undefined
  const isReady = useActive((tab) => tab.facts?.state === 'ready')
  const [panel, setPanel] = useState<HTMLElement | null>(null)
  useFollowedFigures()
  const figures = useDeferredValue(own?.result?.figures)
  return (
    <section
      ref={setPanel}
      aria-label={t(msg('Fields'))}
      className={styles['panel']}
      data-state={own?.state}
    >
      <div className={styles['head']}>
        <h2>{t(msg('Fields'))}</h2>
        {own?.result && (
          <>
            <Button
              size="icon"
              aria-label={t(msg('Save the figures as CSV'))}
              title={t(msg('Save the figures as CSV'))}
              onClick={() => saveFigures(name)}
            >
              <Download aria-hidden />
            </Button>
            <Button
              size="icon"
              aria-label={t(msg('Save what lines have in common as a JSON Schema'))}
              title={t(msg('Save what lines have in common as a JSON Schema'))}
              onClick={() => saveSchema(name)}
            >
              <Braces aria-hidden />
            </Button>
            <SchemaButton />
          </>
        )}
        <Button size="icon" aria-label={t(msg('Close fields'))} onClick={closeFields}>
          <X aria-hidden />
        </Button>
      </div>
      {own ? <CountingNote counted={own} /> : !isReady && <WaitingNote />}
      {figures && panel && (
        <FieldFigures
          key={key}
          documentKey={key}
          figures={figures}
          scrolled={panel}
          isOld={own?.state !== 'done'}
        />
      )}
    </section>
  )
}

/** Compares the lines with a schema that was saved before, of this file or another. */
function SchemaButton(): JSX.Element {
  const { t } = useTranslator()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        size="icon"
        aria-label={t(msg('Compare with a JSON Schema…'))}
        title={t(msg('Compare with a JSON Schema…'))}
        onClick={() => picker.current?.click()}
      >
        <FileCheck aria-hidden />
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json,application/schema+json"
        hidden
        aria-label={t(msg('File of the schema'))}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file) void compareWithSchema(file)
          // The same file can be chosen again.
          currentTarget.value = ''
        }}
      />
    </>
  )
}

function WaitingNote(): JSX.Element {
  const { t } = useTranslator()
  return <p className={styles['note']}>{t(msg('Fields are counted once all lines are read.'))}</p>
}

/** While the panel is open, its figures are those of the lines that are wanted. */
function useFollowedFigures(): void {
  const key = useActive((tab) => tab.key)
  const scope = useFields((state) => state.scope)
  const isReady = useActive((tab) => tab.facts?.state === 'ready')
  const wanted = useActive((tab) => wantedLines(tab, scope)?.id)
  const revision = useActive((tab) => tab.facts?.revision)
  useEffect(() => followFigures(), [key, scope, isReady, wanted, revision])
}
