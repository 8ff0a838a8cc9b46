// Whether the schema of structured output is one that can be sent.
import type { JSX } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { readBody } from '../../templates/forms/bodyForm.ts'
import fields from './fields.module.css'

export function SchemaNote({ text }: { readonly text: string }): JSX.Element | null {
  const { t } = useTranslator()
  const problem = schemaProblem(text)
  return problem ? <small className={fields['problem']}>{t(problem)}</small> : null
}

/** What strict structured output asks of every schema at least; the rest is told of the requests. */
function schemaProblem(text: string): Message | undefined {
  if (text.trim() === '') return undefined
  const schema = readBody(text)
  if (!schema) return msg('This is no JSON object, so it is no schema yet.')
  return schema['type'] === 'object'
    ? undefined
    : msg('Structured output wants an object at the top: "type": "object".')
}
