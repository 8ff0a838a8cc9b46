// One field more closely: its kinds, its values and how long they are. What is pressed shows its lines.
import type { JSX } from 'react'
import {
  DISTINCT_ERROR,
  type FieldFigures,
  type FigurePath,
  queryPath,
} from '../../fields/fieldFigures.ts'
import type { FieldPath } from '../../fields/fieldPath.ts'
import { formatFieldPath } from '../../fields/fieldPathText.ts'
import { type Message, msg, share } from '../../i18n/message.ts'
import { showFieldColumn } from '../../state/columns/columns.ts'
import { showLinesOf } from '../../state/fields/fields.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import styles from './FieldsPanel.module.css'

interface FieldDetailsProps {
  readonly field: FieldFigures
  readonly path: FigurePath
  readonly lines: number
}

export function FieldDetails({ field, path, lines }: FieldDetailsProps): JSX.Element {
  const { t } = useTranslator()
  const asked = queryPath(path)
  return (
    <div className={styles['details']}>
      {figuresOf(field).map((figure) => (
        <p key={t(figure)}>{t(figure)}</p>
      ))}
      {field.kinds.length > 1 && (
        <ul className={styles['values']}>
          {field.kinds.map(({ type, values }) => (
            <Value
              key={type}
              label={type}
              count={values}
              of={field.values}
              query={asked && { kind: 'type', field: asked, type }}
            />
          ))}
        </ul>
      )}
      {field.distinct && field.distinct.top.length > 0 && (
        <ul className={styles['values']} aria-label={t(msg('Most frequent values'))}>
          {field.distinct.top.map(({ count, isCut, value }) => (
            <Value
              key={JSON.stringify(value)}
              label={isCut ? `${JSON.stringify(value).slice(0, -1)}…` : JSON.stringify(value)}
              count={count}
              of={field.values}
              query={
                asked &&
                (isCut
                  ? { kind: 'startsWith', field: asked, text: String(value) }
                  : { kind: 'compare', field: asked, operator: 'equals', value })
              }
            />
          ))}
        </ul>
      )}
      {asked && <Acts asked={asked} missing={lines - field.lines} />}
    </div>
  )
}

interface ActsProps {
  readonly asked: FieldPath
  readonly missing: number
}

function Acts({ asked, missing }: ActsProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <div className={styles['acts']}>
      <Button size="small" look="outlined" onClick={() => showFieldColumn(formatFieldPath(asked))}>
        {t(msg('Show as column'))}
      </Button>
      {missing > 0 && (
        <Button
          size="small"
          look="outlined"
          data-count={missing}
          onClick={() => showLinesOf({ kind: 'not', term: { kind: 'exists', field: asked } })}
        >
          {t(msg('{count, plural, one {# line} other {# lines}} without it', { count: missing }))}
        </Button>
      )}
    </div>
  )
}

interface ValueProps {
  readonly label: string
  readonly count: number
  readonly of: number
  readonly query: Parameters<typeof showLinesOf>[0] | undefined
}

function Value({ label, count, of, query }: ValueProps): JSX.Element {
  const { number } = useTranslator()
  return (
    <li>
      <button
        type="button"
        className={styles['value']}
        disabled={!query}
        data-count={count}
        onClick={() => query && showLinesOf(query)}
      >
        <span
          className={styles['fill']}
          style={{ inlineSize: `${(count / Math.max(1, of)) * 100}%` }}
        />
        <span className={styles['valueText']} dir="auto">
          {label}
        </span>
        <span className={styles['count']}>{number(count)}</span>
      </button>
    </li>
  )
}

function figuresOf({ arrays, distinct, numbers, objects, strings }: FieldFigures): Message[] {
  const figures: Message[] = []
  if (distinct) {
    figures.push(
      distinct.isExact
        ? msg('{count, plural, one {# value} other {# different values}}', {
            count: distinct.count,
          })
        : msg('About {count, number} different values, ± {error}', {
            count: distinct.count,
            // In 19 of 20 cases.
            error: share(2 * DISTINCT_ERROR),
          }),
    )
  }
  if (numbers) {
    figures.push(
      msg('Numbers: {min, number} to {max, number}, mean {mean, number}', {
        min: numbers.min,
        max: numbers.max,
        mean: Number(numbers.mean.toPrecision(4)),
      }),
    )
  }
  if (strings) {
    figures.push(
      msg(
        'Strings: {min, number} to {max, number} characters, mean {mean, number}',
        rounded(strings),
      ),
    )
  }
  if (arrays) {
    figures.push(
      msg('Arrays: {min, number} to {max, number} elements, mean {mean, number}', rounded(arrays)),
    )
  }
  if (objects) {
    figures.push(
      msg('Objects: {min, number} to {max, number} members, mean {mean, number}', rounded(objects)),
    )
  }
  return figures
}

function rounded({ min, max, mean }: { min: number; max: number; mean: number }) {
  return { min, max, mean: Number(mean.toPrecision(3)) }
}
