// Errors in the shapes that servers and local runners write them: an object, a bare text, an object
// inside an object, a code without a message. Testing whether the key is there is not enough: on
// success it is there and null.
import { isObject } from '../json/jsonPath.ts'
import { exactJson, field, filledText, shownJson } from './jsonReading.ts'

export interface ApiFailure {
  readonly code: string | undefined
  readonly message: string | undefined
}

/** Longest chain of `error` inside `error` that is followed; real ones have three. */
const DEEPEST = 5

/** What an error says; undefined for values that stand for "no error": null, '', {}, [], false. */
export function readFailure(error: unknown, depth = 0): ApiFailure | undefined {
  if (error === undefined || error === null || error === '' || error === false) return undefined
  if (typeof error === 'string') return { code: undefined, message: error }
  if (typeof error === 'number') return { code: String(error), message: undefined }
  if (!isObject(error)) {
    return Array.isArray(error) && error.length === 0
      ? undefined
      : { code: undefined, message: shownJson(error) }
  }
  if (Object.keys(error).length === 0) return undefined
  const inner = depth < DEEPEST ? readInner(error, depth) : undefined
  const code =
    filledText(error['code']) ??
    filledText(error['status']) ??
    inner?.code ??
    typeOf(error) ??
    numberText(error['code']) ??
    numberText(error['status'])
  const message =
    filledText(error['message']) ?? filledText(error['detail']) ?? inner?.message ?? undefined
  if (code === undefined && message === undefined) return { code, message: shownJson(error) }
  return { code, message }
}

/** Azure puts an object where the message belongs, Anthropic and FastAPI wrap the error in another. */
function readInner(error: unknown, depth: number): ApiFailure | undefined {
  for (const key of ['error', 'message', 'detail']) {
    const value = field(error, key)
    if (isObject(value) || (key === 'error' && typeof value === 'string')) {
      const inner = readFailure(value, depth + 1)
      if (inner) return inner
    } else if (Array.isArray(value) && value.length > 0) {
      return { code: undefined, message: shownJson(value) }
    }
  }
  return undefined
}

/** `{"type":"error"}` names the wrapper, not what is wrong. */
function typeOf(error: unknown): string | undefined {
  const type = filledText(field(error, 'type'))
  return type === 'error' ? undefined : type
}

function numberText(value: unknown): string | undefined {
  return typeof value === 'number' ? exactJson(value) : undefined
}

/** The first that says something, completed by the others. */
export function mergeFailures(
  failures: readonly (ApiFailure | undefined)[],
): ApiFailure | undefined {
  const said = failures.filter((failure) => failure !== undefined)
  if (said.length === 0) return undefined
  return {
    code: said.find(({ code }) => code !== undefined)?.code,
    message: said.find(({ message }) => message !== undefined)?.message,
  }
}

/**
 * Codes for failures that name none, so that every failure can be counted by its code.
 * - `http_429`: only a status says that it failed
 * - `no_response`: there is neither a response nor an error
 * - `no_body`: a good status with nothing readable behind it
 */
export function codeWithout(status: number | undefined, hasResponse: boolean): string {
  if (status !== undefined && status !== 200) return `http_${status}`
  return hasResponse ? 'no_body' : 'no_response'
}
