// Where a caret stands in JSON that is being typed: in which object or array, whether a key or a value is due
// there, and what stands there already. Text that is no JSON yet is read as far as it makes sense.

export interface JsonFrame {
  readonly kind: 'object' | 'array'
  /** Where this one stands in the frame around it. */
  readonly step: string | number | undefined
  /** Of an object: texts that are values; undefined for values of other kinds. The caret's own is not there. */
  readonly members: Map<string, string | undefined>
}

export interface CaretContext {
  /** From the outermost to the innermost. */
  readonly frames: readonly JsonFrame[]
  readonly expects: 'key' | 'value'
  /** Of the value, where one is due: its key, or its place in the array. */
  readonly step: string | number | undefined
  /** What is there already, with quotes: code units. Both are the caret where nothing is. */
  readonly from: number
  readonly to: number
  /** Of it, what stands before the caret, without quotes. */
  readonly typed: string
  /** The caret stands within a text. */
  readonly isInText: boolean
  /** The next sign after it: decides on colons and commas. */
  readonly next: string
}

interface OpenFrame extends JsonFrame {
  state: 'key' | 'colon' | 'value' | 'comma'
  key: string | undefined
  index: number
}

const TOKEN = /"(?:[^"\\\n]|\\[^\n])*\\?("|(?=\n)|$)|[{}[\],:]|[^\s"{}[\],:]+/gy
const SPACE = /\s*/y
const WORD = /\w*/y

/** Deeper than this no completion is looked for. */
const MAX_DEPTH = 100

/** `at`: code units. Undefined where neither a key nor a value can stand. */
export function caretContext(text: string, at: number): CaretContext | undefined {
  const stack: OpenFrame[] = []
  let found: CaretContext | undefined
  let isPassed = false
  let from = 0
  for (;;) {
    from += lengthAt(SPACE, text, from)
    let token = text.slice(from, from + lengthAt(TOKEN, text, from))
    const isOwn = !isPassed && holdsCaret(token, from, at)
    // A text that is being typed has no end yet: what follows on its line is not part of it.
    if (isOwn && !isClosed(token)) token = text.slice(from, at + lengthAt(WORD, text, at))
    if (!isPassed && (isOwn || token === '' || from >= at)) {
      isPassed = true
      found = contextOf(stack, text, isOwn ? token : '', from, at)
    }
    if (token === '' || stack.length > MAX_DEPTH) return found
    read(stack, token, isOwn)
    from += token.length
  }
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** A text does when the caret is within its quotes, a word also when it stands at its end. */
function holdsCaret(token: string, from: number, at: number): boolean {
  if (token === '' || /^[{}[\],:]/.test(token) || from >= at) return false
  const end = from + token.length
  return isClosed(token) ? at < end : at <= end
}

function isClosed(token: string): boolean {
  return token.length > 1 && token.startsWith('"') && /(?<!\\)(?:\\\\)*"$/.test(token)
}

function contextOf(
  stack: readonly OpenFrame[],
  text: string,
  token: string,
  tokenFrom: number,
  at: number,
): CaretContext | undefined {
  const frame = stack.at(-1)
  if (!frame || (frame.state !== 'key' && frame.state !== 'value')) return undefined
  const isInText = token.startsWith('"')
  const from = token === '' ? at : tokenFrom
  const to = from + token.length
  return {
    frames: [...stack],
    expects: frame.state,
    step: frame.kind === 'array' ? frame.index : frame.state === 'value' ? frame.key : undefined,
    from,
    to,
    typed: text.slice(from + (isInText ? 1 : 0), at),
    isInText,
    next: /\S/.exec(text.slice(to))?.[0] ?? '',
  }
}

/** `isOwn`: the caret stands in it. */
function read(stack: OpenFrame[], token: string, isOwn: boolean): void {
  const frame = stack.at(-1)
  if (token === '{' || token === '[') {
    const step = frame?.kind === 'array' ? frame.index : frame?.key
    if (frame) endValue(frame, undefined)
    const isObject = token === '{'
    stack.push({
      kind: isObject ? 'object' : 'array',
      step,
      members: new Map(),
      state: isObject ? 'key' : 'value',
      key: undefined,
      index: 0,
    })
  } else if (token === '}' || token === ']') stack.pop()
  else if (!frame) return
  else if (token === ',') {
    frame.state = frame.kind === 'object' ? 'key' : 'value'
    frame.index++
  } else if (token === ':') {
    if (frame.kind === 'object') frame.state = 'value'
  } else if (frame.kind === 'object' && frame.state !== 'value') {
    frame.key = textOf(token)
    frame.state = 'colon'
    if (!isOwn && frame.key !== undefined) frame.members.set(frame.key, undefined)
  } else endValue(frame, isOwn ? undefined : textOf(token))
}

function endValue(frame: OpenFrame, value: string | undefined): void {
  if (frame.kind === 'object' && frame.key !== undefined) frame.members.set(frame.key, value)
  frame.state = 'comma'
}

/** Undefined for what is no whole text. */
function textOf(token: string): string | undefined {
  try {
    const value: unknown = JSON.parse(token)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}
