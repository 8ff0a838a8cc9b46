// Models that are shut down, or will be before a batch of today could have run. A model that the table does
// not know is never wrong for that; nor is one of another server with the name of one of OpenAI's, since such
// requests are another format's.
import type { LineRule } from '../../../formats/defineFormat.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { endOfModel, MODEL_END_DAYS } from '../movingValues/modelEnds.ts'
import { endsSoon, hasEnded, toldFrom } from './hasEnded.ts'

/** Days on which these rules begin to say something else of a line. */
export const modelEndChanges: readonly string[] = MODEL_END_DAYS.flatMap((day) => [
  toldFrom(day),
  day,
])

function endRule(
  rule: Pick<LineRule, 'code' | 'severity' | 'canBeNotice' | 'title'>,
  speaks: (day: string) => boolean,
  messageOf: (values: { model: string; day: string }) => Message,
): LineRule {
  return {
    ...rule,
    reads: [['body', 'model']],
    check([model]) {
      if (typeof model !== 'string') return undefined
      const day = endOfModel(model)
      if (day === undefined || !speaks(day)) return undefined
      return { message: messageOf({ model, day }), at: 0 }
    },
  }
}

/** What the Batch API answers for a model that it does not have (any more): `model_not_found`, for each line. */
export const modelEndRules: readonly LineRule[] = [
  endRule(
    { code: 'model-shut-down', severity: 'error', title: msg('Model was shut down') },
    (day) => hasEnded(day),
    (values) =>
      msg(
        '{model} was shut down on {day}, so this request will fail with model_not_found. Use a model that is still offered.',
        values,
      ),
  ),
  endRule(
    {
      code: 'model-ends-soon',
      severity: 'warning',
      canBeNotice: true,
      title: msg('Model is shut down soon'),
    },
    (day) => endsSoon(day),
    (values) =>
      msg(
        '{model} will be shut down on {day}; a batch that runs later will fail. Use a model that stays.',
        values,
      ),
  ),
]
