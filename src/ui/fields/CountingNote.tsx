// What the figures are of, how far they are, and whether they still hold.
import type { JSX } from 'react'
import type { FieldStatistics } from '../../contracts/fieldStatistics.ts'
import { MAX_FIELD_DEPTH } from '../../fields/fieldFigures.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { countAgain, setFieldsScope, stopCounting } from '../../state/fields/fields.ts'
import { type CountedFields, type FieldsScope, useFields } from '../../state/fields/fieldsStore.ts'
import { wantedLines } from '../../state/fields/wantedFigures.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { rowCountOf } from '../../state/rowCount.ts'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import styles from './FieldsPanel.module.css'

export function CountingNote({ counted }: { readonly counted: CountedFields }): JSX.Element {
  const { t } = useTranslator()
  const { problem, progress, result, state } = counted
  return (
    <div className={styles['note']}>
      <ScopeChoice />
      {state === 'counting' ? (
        <div className={styles['counting']}>
          <ProgressBar
            label={t(msg('Counting fields'))}
            done={progress?.done ?? 0}
            total={progress?.total ?? 0}
          />
          <Button size="small" onClick={() => void stopCounting()}>
            {t(msg('Cancel'))}
          </Button>
        </div>
      ) : (
        <>
          {problem && <p role="alert">{t(problem)}</p>}
          <Age counted={counted} />
        </>
      )}
      {result && (
        <p data-not-json={result.figures.notJson || undefined}>
          {whatCounted(result.figures, result.lines.view.kind === 'all')
            .map((message) => t(message))
            .join(' ')}
        </p>
      )}
    </div>
  )
}

/** All lines, or those that the table shows, where these are others. */
function ScopeChoice(): JSX.Element | null {
  const { t } = useTranslator()
  const scope = useFields((state) => state.scope)
  const isAll = useActive((tab) => tab.view.kind === 'all')
  const shown = useActive((tab) => rowCountOf(tab.facts, tab.view))
  if (isAll) return null
  const choices: readonly (readonly [FieldsScope, Message])[] = [
    ['all', msg('All lines')],
    [
      'shown',
      msg('The {count, plural, one {# line shown} other {# lines shown}}', { count: shown }),
    ],
  ]
  return (
    <div role="radiogroup" aria-label={t(msg('Figures of'))} className={styles['scope']}>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name="fields-scope"
            checked={scope === value}
            onChange={() => setFieldsScope(value)}
          />
          {t(label)}
        </label>
      ))}
    </div>
  )
}

/** What is wrong with the figures, and how they are counted again. */
function Age({ counted: { lines, result, state } }: CountingNoteProps): JSX.Element | null {
  const { t } = useTranslator()
  const scope = useFields((fields) => fields.scope)
  const wanted = useActive((tab) => wantedLines(tab, scope)?.id)
  const revision = useActive((tab) => tab.facts?.revision)
  // Others are about to be counted.
  if (wanted !== lines.id) return null
  const isChanged = result !== undefined && result.figures.revision !== revision
  if (state === 'done' && !isChanged) return null
  return (
    <div className={styles['counting']}>
      <p>
        {state === 'done'
          ? t(msg('These figures are from before your edits.'))
          : state === 'stopped' && t(msg('Stopped.'))}
      </p>
      <Button size="small" look="outlined" onClick={() => void countAgain()}>
        {t(msg('Count again'))}
      </Button>
    </div>
  )
}

interface CountingNoteProps {
  readonly counted: CountedFields
}

function whatCounted(
  { isCut, lines, notJson, tooDeep }: FieldStatistics,
  isAll: boolean,
): readonly Message[] {
  return [
    isAll
      ? msg('Of {lines, plural, one {# line} other {# lines}}.', { lines })
      : msg('Of {lines, plural, one {# line} other {# lines}} that were shown.', { lines }),
    ...(notJson > 0
      ? [
          msg(
            '{count, plural, one {# line is no JSON and was} other {# lines are no JSON and were}} not looked at.',
            { count: notJson },
          ),
        ]
      : []),
    ...(isCut
      ? [msg('Some fields are left out: there are too many, or their names are too long.')]
      : []),
    ...(tooDeep > 0
      ? [
          msg(
            '{count, plural, one {# line goes} other {# lines go}} deeper than {most, number} levels; what lies there is left out.',
            { count: tooDeep, most: MAX_FIELD_DEPTH },
          ),
        ]
      : []),
  ]
}
