// What the stand-in keeps of each line of an uploaded file: enough to answer it and to refuse it.

export interface RequestLine {
  /** 1-based. */
  readonly number: number
  readonly customId: string | undefined
  readonly method: string | undefined
  readonly url: string | undefined
  readonly model: string | undefined
  readonly streams: boolean
  /** The last text of the body, cut. */
  readonly prompt: string
  readonly isJson: boolean
}

/** UTF-16 code units of a prompt that are kept. */
const PROMPT_LENGTH = 200

type Members = Readonly<Record<string, unknown>>

export function parseRequestLine(text: string, number: number): RequestLine {
  const line = parse(text)
  const body = membersOf(line?.['body'])
  return {
    number,
    customId: textOf(line?.['custom_id']),
    method: textOf(line?.['method']),
    url: textOf(line?.['url']),
    model: textOf(body['model']),
    streams: body['stream'] === true,
    prompt: promptOf(body).slice(0, PROMPT_LENGTH),
    isJson: line !== undefined,
  }
}

/** Of the body of a request, its last text. */
export function promptOf(body: Members): string {
  const messages = body['messages'] ?? body['input'] ?? body['prompt']
  const last = Array.isArray(messages) ? (messages.at(-1) as unknown) : messages
  if (typeof last === 'string') return last
  const content = membersOf(last)['content']
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.map((part) => textOf(membersOf(part)['text']) ?? '').join('')
}

export function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Members)
    : {}
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function parse(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? membersOf(value) : undefined
  } catch {
    return undefined
  }
}
