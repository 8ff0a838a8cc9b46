// What figures tell in sentences, each of which leads to its lines.
import { type JSX, useState } from 'react'
import { lineNumberOf } from '../../base/units.ts'
import type { FigureLine } from '../../fields/fieldFigures.ts'
import type { FieldQuery } from '../../fields/fieldQuery.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { pressHint, showLinesOf } from '../../state/fields/showLines.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import styles from './FieldsPanel.module.css'

/** That are listed before someone asks for all. */
const FEW = 5

export interface Finding {
  readonly key: string
  readonly sentence: Message
  readonly first?: FigureLine
  /** Shows the lines. */
  readonly query?: FieldQuery
}

export function Findings({ findings }: { readonly findings: readonly Finding[] }): JSX.Element {
  const { t } = useTranslator()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? findings : findings.slice(0, FEW)
  return (
    <>
      <ul>
        {shown.map((finding) => (
          <li key={finding.key}>
            <FindingItem finding={finding} />
          </li>
        ))}
      </ul>
      {findings.length > shown.length && (
        <Button size="small" onClick={() => setWhole(true)}>
          {t(msg('{count, number} more', { count: findings.length - shown.length }))}
        </Button>
      )}
    </>
  )
}

function FindingItem({ finding }: { readonly finding: Finding }): JSX.Element {
  const { t } = useTranslator()
  const hint = t(useActive(pressHint))
  const { first, query, sentence } = finding
  const text = (
    <>
      {t(sentence)}
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
