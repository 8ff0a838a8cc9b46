// Parameters of which one asks for something of the other.
import type { LineRule } from '../../../formats/defineFormat.ts'
import { CHAT_COMPLETIONS, COMPLETIONS, MODERATIONS, RESPONSES } from '../endpoints/urls.ts'
import { msg } from '../../../i18n/message.ts'
import { listOf } from './callIds.ts'

export const pairedParameterRules: readonly LineRule[] = [
  {
    // The description: "Required when audio output is requested with `modalities: ["audio"]`."
    code: 'audio-without-parameters',
    severity: 'error',
    title: msg('Sound is asked for without its parameters'),
    reads: [['url'], ['body', 'modalities', '[]'], { path: ['body', 'audio'], observes: 'type' }],
    anyOrder: true,
    check([url, modalities, audio]) {
      if (url !== CHAT_COMPLETIONS || !listOf(modalities).includes('audio')) return undefined
      if (audio !== undefined && audio !== null) return undefined
      return {
        message: msg(
          '"body.modalities" asks for "audio", so "body.audio" has to say the voice and the format. Add it.',
        ),
        at: 1,
      }
    },
  },
  {
    // The server says it so: "You requested that the server return more choices than it will generate (HINT: you must
    // set 'n' (currently 2) to be at most 'best_of' (currently 1) …)". Only a best_of of 0 or 1 is looked at: to
    // compare any two numbers, each pair of them would make a shape of its own.
    code: 'best-of-below-n',
    severity: 'error',
    title: msg('best_of is smaller than n'),
    reads: [
      ['url'],
      { path: ['body', 'best_of'], observes: { bounds: [0, 1] } },
      { path: ['body', 'n'], observes: { bounds: [1] } },
    ],
    check([url, bestOf, n]) {
      if (url !== COMPLETIONS || typeof bestOf !== 'number' || typeof n !== 'number') {
        return undefined
      }
      if (bestOf < 0 || bestOf > 1 || n <= 1) return undefined
      return {
        message: msg(
          '"body.best_of" is {bestOf}, and "body.n" asks for {n} of them. Make best_of as large as n, or remove it.',
          { bestOf: String(bestOf), n: String(n) },
        ),
        at: 1,
        quotes: { bestOf: 1, n: 2 },
      }
    },
  },
  {
    // By the SDK and OpenAI's guide; what the API answers was not found.
    code: 'moderation-text-model',
    severity: 'warning',
    title: msg('Moderation model takes text alone'),
    reads: [['url'], ['body', 'model'], ['body', 'input', '[]', 'type']],
    anyOrder: true,
    apart: 'elements',
    check([url, model, types]) {
      if (url !== MODERATIONS || typeof model !== 'string') return undefined
      if (!model.startsWith('text-moderation') || !listOf(types).includes('image_url')) {
        return undefined
      }
      return {
        message: msg('{model} takes text alone. Use omni-moderation-latest for images.', { model }),
        at: 1,
      }
    },
  },
  {
    // Recorded from 2025-12 to 2026-07, github.com/tinyhumansai/openhuman/issues/3624 and many others: "Invalid
    // value: 'input_text'. Supported values are: 'output_text' and 'refusal'."
    code: 'assistant-input-part',
    severity: 'error',
    title: msg('Answer is written as input'),
    reads: [
      ['url'],
      ['body', 'input', '[]', 'role'],
      ['body', 'input', '[]', 'content', '[]', 'type'],
    ],
    anyOrder: true,
    apart: 'elements',
    check([url, roles, contents]) {
      if (url !== RESPONSES) return undefined
      const kinds = listOf(contents)
      for (const [item, role] of listOf(roles).entries()) {
        if (role !== 'assistant') continue
        const part = listOf(kinds[item]).findIndex(
          (type) => typeof type === 'string' && type.startsWith('input_'),
        )
        if (part < 0) continue
        return {
          message: msg(
            'Item {position, number} is an answer of the model and has a part of type {type}. In answers the API takes only "output_text" and "refusal".',
            { position: item + 1, type: JSON.stringify(listOf(kinds[item])[part]) },
          ),
          at: 2,
          inside: [item, part],
        }
      }
      return undefined
    },
  },
]
