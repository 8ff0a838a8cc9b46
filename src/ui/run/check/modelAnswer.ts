// What the list of models says about those that the requests name.
import { isOpenAi } from '../../../batch/access.ts'
import type { ModelInfo } from '../../../contracts/batchApi.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import type { Translator } from '../../../i18n/translator.ts'
import { announcedEnd, endWasReadOn } from '../../../providers/openai/movingValues/modelEnds.ts'
import type { ModelUse } from '../../../state/batch/modelUse.ts'
import { hostOf, type StepMark } from '../stepLines.ts'

export interface ModelAnswer extends ModelUse {
  readonly mark: StepMark
  readonly text: (date: Translator['date']) => Message
}

export interface Offer {
  /** The models that the API lists. */
  readonly models: readonly ModelInfo[]
  readonly baseUrl: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Milliseconds before the end of a model from which it is a warning: a batch takes a day, a retry more. */
const SOON = 30 * 24 * 3_600_000

/** More would be a wall of names, and a file of theirs is wrong in another way. */
export const MAX_JUDGED = 100

/**
 * An answer for each model, what is wrong first and then by requests; of more than MAX_JUDGED the ones that
 * most requests name. `models` of the offer must not be empty: nothing can be told of any then.
 */
export function modelAnswers(uses: readonly ModelUse[], offer: Offer): readonly ModelAnswer[] {
  // A server may list any number.
  const offered = new Map(offer.models.map((model) => [nameOf(model.id), model]))
  return uses
    .slice(0, MAX_JUDGED)
    .map((use) => ({ ...use, ...judge(use.model, offered, offer) }))
    .toSorted((a, b) => URGENCY.indexOf(a.mark) - URGENCY.indexOf(b.mark))
}

const URGENCY: readonly StepMark[] = ['problem', 'warning', 'done']

type Judgement = Pick<ModelAnswer, 'mark' | 'text'>

function judge(
  model: string | undefined,
  offered: ReadonlyMap<string, ModelInfo>,
  { models, baseUrl, now }: Offer,
): Judgement {
  if (model === undefined) {
    return { mark: 'warning', text: () => msg('These requests name no model.') }
  }
  const found = offered.get(nameOf(model))
  const announced = isOpenAi(baseUrl) ? announcedEnd(model) : undefined
  const end = found?.shutDownAt ?? announced
  if (end !== undefined && end * 1000 <= now) return hasEnded(model, end, found)
  if (!found) return unknown(model, models.length, baseUrl)
  if (end === undefined) {
    return { mark: 'done', text: () => msg('{model} is available to this key.', { model }) }
  }
  return {
    mark: end * 1000 - now < SOON ? 'warning' : 'done',
    text: (date) =>
      msg('{model} is available to this key, and will be shut down on {day}.', {
        model,
        day: dayOf(end, date),
      }),
  }
}

/** Gemini's API puts its models into a folder, and takes their names without it. */
function nameOf(id: string): string {
  return id.replace(/^models\//, '')
}

function hasEnded(model: string, end: number, found: ModelInfo | undefined): Judgement {
  // What was announced may have been put off.
  if (found && found.shutDownAt === undefined) {
    return {
      mark: 'warning',
      text: (date) =>
        msg(
          '{model} is available to this key, though by the announcements of {date} it was to be shut down on {day}.',
          { model, day: dayOf(end, date), date: endWasReadOn(model) ?? '' },
        ),
    }
  }
  return {
    mark: 'problem',
    text: (date) => msg('{model} was shut down on {day}.', { model, day: dayOf(end, date) }),
  }
}

function unknown(model: string, count: number, baseUrl: string): Judgement {
  if (isOpenAi(baseUrl)) {
    return {
      mark: 'problem',
      text: () =>
        msg(
          '{model} is not among the {count, number} models that are available to this key. Most likely every request would fail.',
          { model, count },
        ),
    }
  }
  return {
    mark: 'warning',
    text: () =>
      msg(
        '{model} is not among the {count, number} models that {host} lists. Some servers take names that they do not list: try a line first.',
        { model, count, host: hostOf(baseUrl) },
      ),
  }
}

/** Of a day in UTC, whatever the clock here says. */
function dayOf(seconds: number, date: Translator['date']): string {
  return date(seconds * 1000, { dateStyle: 'long', timeZone: 'UTC' })
}
