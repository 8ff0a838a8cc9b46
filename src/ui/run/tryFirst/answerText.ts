// What a model said, of the whole answer that an API gives to one request: the text that people want to see, and why it
// ended where that is no usual end. The readers of the providers, which read answers of batches, are in the workers.

export interface ShownAnswer {
  readonly text: string
  /** The API's word, such as `length`. */
  readonly endedBy?: string | undefined
}

/** Ends that nothing has to be said about. */
const USUAL = new Set(['stop', 'tool_calls', 'function_call'])

/** `body`: JSON. Undefined where it is none, was cut, or says nothing in words, as embeddings do. */
export function answerText(body: string): ShownAnswer | undefined {
  const answer = parse(body)
  const choice = list(member(answer, 'choices'))[0]
  const text =
    words(member(member(choice, 'message'), 'content')) ||
    words(member(choice, 'text')) ||
    list(member(answer, 'output'))
      .map((item) => words(member(item, 'content')))
      .join('')
  if (text === '') return undefined
  const end =
    member(choice, 'finish_reason') ?? member(member(answer, 'incomplete_details'), 'reason')
  return { text, endedBy: typeof end === 'string' && !USUAL.has(end) ? end : undefined }
}

/** Of a text, or of parts with texts: chat completions have either, responses have parts. */
function words(content: unknown): string {
  if (typeof content === 'string') return content
  return list(content)
    .map((part) => member(part, 'text'))
    .filter((text) => typeof text === 'string')
    .join('')
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
