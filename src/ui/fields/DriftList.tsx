// Where few lines differ from all others; each leads to these lines.
import { type JSX, useMemo, useState } from 'react'
import type { FieldStatistics } from '../../contracts/fieldStatistics.ts'
import { type Drift, driftOf } from '../../fields/drift.ts'
import { lineNumberOf } from '../../base/units.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { shownFigurePath } from '../../state/fields/shownFigurePath.ts'
import { pressHint, showLinesOf } from '../../state/fields/showLines.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import { typeName } from './typeName.ts'
import styles from './FieldsPanel.module.css'

/** That are listed before someone asks for all. */
const FEW = 5

export function DriftList({ figures }: { readonly figures: FieldStatistics }): JSX.Element | null {
  const { t } = useTranslator()
  const drifts = useMemo(() => driftOf(figures), [figures])
  const [isWhole, setWhole] = useState(false)
  if (drifts.length === 0) return null
  const shown = isWhole ? drifts : drifts.slice(0, FEW)
  return (
    <div className={styles['drift']}>
      <h3>{t(msg('Few lines differ'))}</h3>
      <ul>
        {shown.map((drift) => (
          <li
            key={`${drift.kind} ${shownFigurePath(drift.path)} ${'type' in drift ? drift.type : ''}`}
          >
            <DriftItem drift={drift} />
          </li>
        ))}
      </ul>
      {drifts.length > shown.length && (
        <Button size="small" onClick={() => setWhole(true)}>
          {t(msg('{count, number} more', { count: drifts.length - shown.length }))}
        </Button>
      )}
    </div>
  )
}

function DriftItem({ drift }: { readonly drift: Drift }): JSX.Element {
  const { t } = useTranslator()
  const hint = t(useActive(pressHint))
  const { first, query } = drift
  const text = (
    <>
      {t(sentenceOf(drift, t))}
      {first && (
        <small>
          {' '}
          {t(msg('First at line {line, number}.', { line: lineNumberOf(first.index) }))}
        </small>
      )}
    </>
  )
  if (!query) return <p className={styles['sentence']}>{text}</p>
  return (
    <button
      type="button"
      className={styles['sentence']}
      title={hint}
      onClick={({ shiftKey }) => showLinesOf(query, shiftKey)}
    >
      {text}
    </button>
  )
}

function sentenceOf(drift: Drift, t: (message: Message) => string): Message {
  const { lines } = drift
  const name = shownFigurePath(drift.path)
  switch (drift.kind) {
    case 'other-type':
      return msg(
        '{lines, plural, one {# line} other {# lines}}: {name} is {type}, elsewhere {usual}.',
        {
          lines,
          name,
          type: t(typeName(drift.type)),
          usual: t(typeName(drift.usual)),
        },
      )
    case 'other-key':
      return msg(
        '{lines, plural, one {# line has} other {# lines have}} {name}, {usualLines, number} have {usual}.',
        { lines, name, usual: drift.usual, usualLines: drift.usualLines },
      )
    case 'missing':
      return msg('{lines, plural, one {# line lacks} other {# lines lack}} {name}.', {
        lines,
        name,
      })
  }
}
