// What the list of models says about the one of the file.
import type { ModelInfo } from '../../../contracts/batchApi.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import type { Translator } from '../../../i18n/translator.ts'
import type { StepMark } from '../stepLines.ts'

export interface ModelAnswer {
  readonly mark: StepMark
  readonly text: (date: Translator['date']) => Message
}

/** Milliseconds before the end of a model from which it is a warning: a batch takes a day, a retry more. */
const SOON = 30 * 24 * 3_600_000

/** `model`: of the file; undefined or empty where lines have several, or none. `now` in ms since 1970. */
export function modelAnswer(
  model: string | undefined,
  models: readonly ModelInfo[],
  now: number,
): ModelAnswer {
  if (model === undefined || model === '') {
    return {
      mark: 'warning',
      text: () =>
        msg(
          'The lines of the file do not all name the same model. {count, plural, one {# model is} other {# models are}} available to this key.',
          { count: models.length },
        ),
    }
  }
  const found = models.find(({ id }) => id === model)
  if (!found) {
    return {
      mark: 'problem',
      text: () =>
        msg(
          '{model} is not among the {count, number} models that are available to this key. Most likely every request would fail.',
          { model, count: models.length },
        ),
    }
  }
  if (found.shutDownAt === undefined) {
    return { mark: 'done', text: () => msg('{model} is available to this key.', { model }) }
  }
  const end = found.shutDownAt * 1000
  if (end <= now) {
    return {
      mark: 'problem',
      text: (date) =>
        msg('{model} was shut down on {day}.', { model, day: date(end, { dateStyle: 'long' }) }),
    }
  }
  return {
    mark: end - now < SOON ? 'warning' : 'done',
    text: (date) =>
      msg('{model} is available to this key, and will be shut down on {day}.', {
        model,
        day: date(end, { dateStyle: 'long' }),
      }),
  }
}
