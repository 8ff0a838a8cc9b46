// Two answers to choose from that are the same text. Nothing was found of OpenAI's refusing it, so it is a warning.
import type { LineRule, PartialRead } from '../../../formats/defineFormat.ts'
import { msg } from '../../../i18n/message.ts'
import { listOf } from './callIds.ts'

/** As names that are declared: of them it counts for recognising a line whether one is declared again. */
const contentOf = (answer: string): PartialRead => ({
  path: [answer, '[]', 'content'],
  observes: { link: { role: 'declares' } },
})

export const equalAnswersRule: LineRule = {
  code: 'equal-answers',
  severity: 'warning',
  title: msg('Both answers are the same'),
  reads: [contentOf('preferred_output'), contentOf('non_preferred_output')],
  check([preferred, other]) {
    const [first, ...more] = listOf(preferred)
    const [second, ...others] = listOf(other)
    if (more.length > 0 || others.length > 0 || first !== second) return undefined
    if (typeof first !== 'string' || first === '') return undefined
    return {
      message: msg(
        'The answer that is not preferred is the preferred one again, so there is nothing to learn from it. Write another, or delete the line.',
      ),
      at: 1,
      inside: [0],
    }
  },
}
