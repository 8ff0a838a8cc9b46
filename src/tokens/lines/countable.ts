// What of a line is counted: the prompt of a request, with its envelope or without, or an example that a model
// is to learn from.
import { isObject } from '../../json/jsonPath.ts'
import { outputLimit } from '../outputLimit.ts'
import { addMessage, chatPrompt } from '../prompts/chat.ts'
import { type Prompt, PromptBuilder } from '../prompts/promptBuilder.ts'
import { promptOf } from '../promptOf.ts'

export interface Countable {
  readonly prompt: Prompt
  /** As the line has it. */
  readonly model: string | undefined
  /** Of the answer, in tokens; 0 where there is none, undefined where nothing limits it. */
  readonly outputLimit: number | undefined
  /** Texts that have nothing to do with one another, as those that are embedded. */
  readonly areTextsApart: boolean
  /** The longest list of tokens that was sent as numbers. */
  readonly longestList: number
  /** What does not fit is left out by the API. */
  readonly isTruncated: boolean
}

type JsonObject = Readonly<Record<string, unknown>>

/** Endpoints at which each text has to fit by itself. */
const TEXTS_APART = /(\/embeddings|\/moderations|(?<!\/chat)\/completions)$/

/** Undefined for what is no request. */
export function requestIn(line: unknown): Countable | undefined {
  if (!isObject(line)) return undefined
  const { body: inner, url: at } = line
  const body = isObject(inner) ? inner : line
  const url = isObject(inner) && typeof at === 'string' ? at : undefined
  const { model } = body
  return {
    prompt: promptOf(url, body),
    model: typeof model === 'string' && model !== '' ? model : undefined,
    outputLimit: outputLimit(url, body),
    areTextsApart: url === undefined ? !isConversation(body) : TEXTS_APART.test(url),
    longestList: longestListIn(body['input'] ?? body['prompt']),
    isTruncated: body['truncation'] === 'auto',
  }
}

/** Undefined for what is no example. */
export function exampleIn(line: unknown): Countable | undefined {
  if (!isObject(line)) return undefined
  return {
    prompt: examplePrompt(line),
    model: undefined,
    outputLimit: 0,
    areTextsApart: false,
    longestList: 0,
    isTruncated: false,
  }
}

/** A conversation, one with two endings to choose from, or a prompt and its completion. */
function examplePrompt(line: JsonObject): Prompt {
  const prompt = new PromptBuilder()
  const { input } = line
  if (isObject(input)) {
    chatPrompt(input, prompt)
    for (const key of ['preferred_output', 'non_preferred_output']) {
      const ending = line[key]
      for (const message of Array.isArray(ending) ? ending : []) addMessage(message, prompt)
    }
  } else if ('messages' in line) chatPrompt(line, prompt)
  else {
    prompt.text(line['prompt'])
    prompt.text(line['completion'])
  }
  return prompt
}

function isConversation(body: JsonObject): boolean {
  return 'messages' in body || 'instructions' in body || 'max_output_tokens' in body
}

function longestListIn(input: unknown): number {
  if (!Array.isArray(input)) return 0
  if (typeof input[0] === 'number') return input.length
  return input.reduce<number>(
    (longest, item) => (Array.isArray(item) ? Math.max(longest, item.length) : longest),
    0,
  )
}
