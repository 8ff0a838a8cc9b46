// The Fields panel, in the place of the issues: every field that occurs, how many lines have it, and what it holds.
import { Braces, Download, X } from 'lucide-react'
import { type JSX, useDeferredValue, useEffect, useState } from 'react'
import type { FieldStatistics } from '../../contracts/fieldStatistics.ts'
import { figurePath } from '../../fields/fieldFigures.ts'
import { msg } from '../../i18n/message.ts'
import {
  closeFields,
  countFields,
  isSameView,
  saveFigures,
  saveSchema,
  stopCounting,
} from '../../state/fields/fields.ts'
import { type CountedFields, useFields } from '../../state/fields/fieldsStore.ts'
import { shownFigurePath } from '../../state/fields/shownFigurePath.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import input from '../controls/input.module.css'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { DriftList } from './DriftList.tsx'
import { FieldTree, type ShownField } from './FieldTree.tsx'
import styles from './FieldsPanel.module.css'

export function FieldsPanel(): JSX.Element {
  const { t } = useTranslator()
  const key = useActive((tab) => tab.key)
  const name = useActive((tab) => tab.name)
  const isReady = useActive((tab) => tab.facts?.state === 'ready')
  const counted = useFields((state) => state.counted)
  const own = counted?.key === key ? counted : undefined
  // Opened, or another document came into sight: what is there to see is counted.
  useEffect(() => {
    if (isReady && !own) void countFields()
  }, [isReady, own])
  const figures = useDeferredValue(own?.figures)
  return (
    <section aria-label={t(msg('Fields'))} className={styles['panel']} data-state={own?.state}>
      <div className={styles['head']}>
        <h2>{t(msg('Fields'))}</h2>
        {own?.figures && (
          <>
            <Button
              size="icon"
              aria-label={t(msg('Save the figures as CSV'))}
              title={t(msg('Save the figures as CSV'))}
              onClick={() => saveFigures(name ?? '')}
            >
              <Download aria-hidden />
            </Button>
            <Button
              size="icon"
              aria-label={t(msg('Save what lines have in common as a JSON Schema'))}
              title={t(msg('Save what lines have in common as a JSON Schema'))}
              onClick={() => saveSchema(name ?? '')}
            >
              <Braces aria-hidden />
            </Button>
          </>
        )}
        <Button size="icon" aria-label={t(msg('Close fields'))} onClick={closeFields}>
          <X aria-hidden />
        </Button>
      </div>
      {own && <Counting counted={own} />}
      {figures && <Figures figures={figures} />}
    </section>
  )
}

/** What the figures are of, how far they are, and whether they still hold. */
function Counting({ counted }: { readonly counted: CountedFields }): JSX.Element {
  const { t, number } = useTranslator()
  const view = useActive((tab) => tab.view)
  const revision = useActive((tab) => tab.facts?.revision)
  const { figures, problem, progress, state } = counted
  if (state === 'counting') {
    return (
      <div className={styles['note']}>
        <ProgressBar
          label={t(msg('Counting fields'))}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
        />
        <Button size="small" onClick={() => void stopCounting()}>
          {t(msg('Cancel'))}
        </Button>
      </div>
    )
  }
  const isOld =
    figures === undefined ||
    figures.revision !== revision ||
    (view !== undefined && !isSameView(view, counted.view))
  return (
    <div className={styles['note']}>
      <p role={problem && 'alert'}>
        {problem
          ? t(problem)
          : figures
            ? t(
                counted.view.kind === 'all'
                  ? msg('Of {lines, plural, one {# line} other {# lines}}.', {
                      lines: figures.lines,
                    })
                  : msg('Of {lines, plural, one {# line} other {# lines}} that were shown.', {
                      lines: figures.lines,
                    }),
              )
            : t(msg('Stopped.'))}{' '}
        {figures !== undefined && figures.notJson > 0 && (
          <span data-not-json={figures.notJson}>
            {t(
              msg(
                '{count, plural, one {# line is no JSON and was} other {# lines are no JSON and were}} not looked at.',
                { count: figures.notJson },
              ),
            )}
          </span>
        )}
        {figures?.isCut === true && (
          <span>
            {' '}
            {t(msg('There are more fields than {most}.', { most: number(figures.fields.length) }))}
          </span>
        )}
      </p>
      {isOld && (
        <Button size="small" look="outlined" onClick={() => void countFields()}>
          {t(msg('Count the lines shown'))}
        </Button>
      )}
    </div>
  )
}

/** Fields that are listed at once. */
const FIELDS_SHOWN = 400

function Figures({ figures }: { readonly figures: FieldStatistics }): JSX.Element {
  const { t } = useTranslator()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const fields = figures.fields
    .map((field, i): ShownField => {
      const path = figurePath(figures.fields, i)
      return { field, path, name: shownFigurePath(path) }
    })
    .filter(({ name, path }) => path.length > 0 && name.toLowerCase().includes(wanted))
  return (
    <>
      <DriftList figures={figures} />
      <div className={styles['filter']}>
        <input
          className={input['input']}
          type="search"
          aria-label={t(msg('Find a field'))}
          placeholder={t(msg('Find a field'))}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <FieldTree fields={fields.slice(0, FIELDS_SHOWN)} lines={figures.lines} />
      {fields.length > FIELDS_SHOWN && (
        <p className={styles['note']}>
          {t(
            msg('{count, number} more fields: find them by their names.', {
              count: fields.length - FIELDS_SHOWN,
            }),
          )}
        </p>
      )}
      {fields.length === 0 && <p className={styles['note']}>{t(msg('No fields'))}</p>}
    </>
  )
}
