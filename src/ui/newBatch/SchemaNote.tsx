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
}

export function SchemaNote({ text, isStrict }: SchemaNoteProps): JSX.Element | null {
  const { t } = useTranslator()
  const problems = schemaProblems(text, isStrict)
  if (problems.length === 0) return null
  return (
    <ul className={fields['problems']} aria-label={t(msg('Problems of the schema'))}>
      {problems.slice(0, SHOWN).map((problem, index) => (
        <li key={index} className={fields[problem.severity === 'error' ? 'problem' : 'warning']}>
          {t(placeOf(text, problem))} {t(problem.message)}
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

function placeOf(text: string, { at, path }: SchemaProblem): Message {
  const place = placeInText(text, at)
  return path === ''
    ? msg('Line {line, number}, column {column, number}:', place)
    : msg('Line {line, number}, {path}:', { line: place.line, path })
}
