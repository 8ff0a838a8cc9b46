// How placeholders are written, in a few sentences that unfold.
import type { JSX } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import fields from './fields.module.css'

const LINES: readonly Message[] = [
  msg(
    '{example} in any text stands for the value of that column, as text. Quotes, line breaks and the like are escaped for you.',
    {
      example: '{{column}}',
    },
  ),
  msg('{example} leads into a value that is an object.', { example: '{{column.part}}' }),
  msg(
    '{example}, alone in a text, is the value itself: a number, true or false, a list or an object stays one, also where a table has it as text.',
    {
      example: '{{{column}}}',
    },
  ),
  msg(
    'What a row lacks is an empty text, and is told. Sections such as {example} are not filled in.',
    {
      example: '{{#column}}',
    },
  ),
]

export function PlaceholderHelp(): JSX.Element {
  const { t } = useTranslator()
  return (
    <details className={fields['more']}>
      <summary>{t(msg('How placeholders are written'))}</summary>
      <ul className={fields['help']}>
        {LINES.map((line, index) => (
          <li key={index}>{t(line)}</li>
        ))}
      </ul>
    </details>
  )
}
