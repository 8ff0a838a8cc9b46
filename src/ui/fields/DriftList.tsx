// Where few lines differ from all others; each leads to these lines.
import { type JSX, useMemo } from 'react'
import type { FieldStatistics } from '../../contracts/fieldStatistics.ts'
import { type Drift, driftOf } from '../../fields/drift.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { shownFigurePath } from '../../state/fields/shownFigurePath.ts'
import { useTranslator } from '../../state/language.ts'
import { Findings } from './Findings.tsx'
import { typeName } from './typeName.ts'
import styles from './FieldsPanel.module.css'

export function DriftList({ figures }: { readonly figures: FieldStatistics }): JSX.Element | null {
  const { t } = useTranslator()
  const drifts = useMemo(() => driftOf(figures), [figures])
  if (drifts.length === 0) return null
  return (
    <div className={styles['drift']}>
      <h3>{t(msg('Few lines differ'))}</h3>
      <Findings
        findings={drifts.map((drift) => ({
          ...drift,
          key: `${drift.kind} ${shownFigurePath(drift.path)} ${'type' in drift ? drift.type : ''}`,
          sentence: sentenceOf(drift, t),
        }))}
      />
    </div>
  )
}

function sentenceOf(drift: Drift, t: (message: Message) => string): Message {
  const { lines } = drift
  const name = shownFigurePath(drift.path)
  switch (drift.kind) {
    case 'other-type':
      if (drift.path.length === 0) {
        return msg(
          '{lines, plural, one {# line is} other {# lines are}} {type}, elsewhere {usual}.',
          {
            lines,
            type: t(typeName(drift.type)),
            usual: t(typeName(drift.usual)),
          },
        )
      }
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
