// What is wrong with the schema of structured output, while it is typed.
import type { JSX } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { type SchemaProblem, schemaProblems } from '../../templates/answerSchema/schemaProblems.ts'
import fields from './fields.module.css'
import { placeInText } from './placeInText.ts'

/** More are told when the first are mended. */
const SHOWN = 4

export interface SchemaNoteProps {
  readonly text: string
  /** `"strict": true` stands beside it. */
  readonly isStrict: boolean
  /** What it is a part of, and the code units before it there: places are told in that. */
  readonly within?: { readonly text: string; readonly at: number }
}

export function SchemaNote({ text, isStrict, within }: SchemaNoteProps): JSX.Element | null {
  const { t } = useTranslator()
  const problems = schemaProblems(text, isStrict)
  if (problems.length === 0) return null
  return (
    <ul className={fields['problems']} aria-label={t(msg('Problems of the schema'))}>
      {problems.slice(0, SHOWN).map((problem, index) => (
        <li key={index} className={fields[problem.severity === 'error' ? 'problem' : 'warning']}>
          {t(placeOf(problem, within ?? { text, at: 0 }))} {t(problem.message)}
        </li>
      ))}
      {problems.length > SHOWN && (
        <li className={fields['note']}>
          {t(msg('and {count, number} more', { count: problems.length - SHOWN }))}
        </li>
      )}
    </ul>
  )
}

function placeOf(
  { at, path }: SchemaProblem,
  whole: { readonly text: string; readonly at: number },
): Message {
  const place = placeInText(whole.text, whole.at + at)
  return path === ''
    ? msg('Line {line, number}, column {column, number}:', place)
    : msg('Line {line, number}, {path}:', { line: place.line, path })
}
