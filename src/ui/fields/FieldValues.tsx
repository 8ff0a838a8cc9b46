// Of which kinds the values of a field are, and the most frequent of them; each shows its lines.
import { type JSX, type ReactNode, useId, useState } from 'react'
import type { FieldDetails } from '../../contracts/fieldStatistics.ts'
import type { FieldFigures, ValueCount } from '../../fields/fieldFigures.ts'
import type { FieldPath } from '../../fields/fieldPath.ts'
import type { FieldQuery } from '../../fields/fieldQuery.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { pressHint, showLinesOf } from '../../state/fields/showLines.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import styles from './FieldsPanel.module.css'

interface FieldValuesProps {
  readonly field: FieldFigures
  /** Undefined where no query can ask for the field. */
  readonly asked: FieldPath | undefined
  /** More of the values, once they are counted. */
  readonly details: FieldDetails['values'] | undefined
}

/** Values that are listed before someone asks for more; where each occurs once, they are examples. */
const FEW = 16
const EXAMPLES = 4

export function FieldValues({ field, asked, details }: FieldValuesProps): JSX.Element {
  const { t } = useTranslator()
  const [isWhole, setWhole] = useState(false)
  const top = details && details.top.length > 0 ? details.top : (field.distinct?.top ?? [])
  const areExamples = top[0]?.count === 1 && top.length > 1
  const shown = isWhole ? top : top.slice(0, areExamples ? EXAMPLES : FEW)
  const rest = field.values - shown.reduce((sum, { count }) => sum + count, 0)
  const scalars = field.kinds.reduce(
    (sum, { type, values }) => (type === 'object' || type === 'array' ? sum : sum + values),
    0,
  )
  const others = rest - (field.values - scalars)
  return (
    <>
      {field.kinds.length > 1 && (
        <Values title={msg('Kinds')}>
          {field.kinds.map(({ type, values }) => (
            <Value
              key={type}
              label={type}
              count={values}
              of={field.values}
              query={asked && { kind: 'type', field: asked, type }}
            />
          ))}
        </Values>
      )}
      {shown.length > 0 && (
        <Values title={areExamples ? msg('Values, for example') : msg('Most frequent values')}>
          {shown.map((value) => (
            <Value
              key={keyOf(value)}
              label={labelOf(value)}
              count={value.count}
              of={field.values}
              query={asked && queryOf(asked, value)}
            />
          ))}
        </Values>
      )}
      {top.length > shown.length ? (
        <Button size="small" onClick={() => setWhole(true)}>
          {t(msg('{count, number} more', { count: top.length - shown.length }))}
        </Button>
      ) : (
        shown.length > 0 &&
        others > 0 && (
          <p>
            {t(
              msg('{count, plural, one {# further value} other {# further values}}', {
                count: others,
              }),
            )}
          </p>
        )
      )}
    </>
  )
}

function Values({ title, children }: ValuesProps): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  return (
    <>
      <h3 id={id} className={styles['caption']}>
        {t(title)}
      </h3>
      <ul className={styles['values']} aria-labelledby={id}>
        {children}
      </ul>
    </>
  )
}

interface ValuesProps {
  readonly title: Message
  readonly children: ReactNode
}

function keyOf({ isCut, value }: ValueCount): string {
  return `${isCut} ${typeof value} ${String(value)}`
}

/** As JSON writes it; infinite numbers as queries do. */
function labelOf({ isCut, value }: ValueCount): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return value < 0 ? '-1e999' : '1e999'
  const text = JSON.stringify(value)
  return isCut ? `${text.slice(0, -1)}…` : text
}

function queryOf(field: FieldPath, { isCut, value }: ValueCount): FieldQuery {
  return isCut
    ? { kind: 'startsWith', field, text: String(value) }
    : { kind: 'compare', field, operator: 'equals', value }
}

interface ValueProps {
  readonly label: string
  readonly count: number
  readonly of: number
  readonly query: FieldQuery | undefined
}

function Value({ label, count, of, query }: ValueProps): JSX.Element {
  const { number, t } = useTranslator()
  const hint = t(useActive(pressHint))
  return (
    <li>
      <button
        type="button"
        className={styles['value']}
        aria-disabled={!query}
        title={query && hint}
        data-count={count}
        onClick={({ shiftKey }) => {
          if (query) showLinesOf(query, shiftKey)
        }}
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
