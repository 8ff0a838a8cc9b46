// OpenAI's envelope, which many providers have taken over, as far as it tells what a line is.
import { isObject } from '../../json/jsonPath.ts'
import type { Line } from './defineDialect.ts'

const RESULT_KEYS = ['response', 'error', 'result', 'modelOutput', 'status', 'statusCode']
const URL_KEYS = ['url', 'path', 'endpoint', 'uri']
const BODY_KEYS = ['body', 'params', 'request', 'payload']
const PROMPTS = ['model', 'messages', 'input', 'prompt', 'contents', 'images']

export function isResult(line: Line): boolean {
  return hasAny(line, RESULT_KEYS)
}

/** It says where the request goes, under whatever name. */
export function hasTarget(line: Line): boolean {
  return hasAny(line, URL_KEYS) || Object.hasOwn(line, 'method')
}

/** A line of a log may have a method and a url, too, and even a body; it has no prompt in it. */
export function isEnvelopeWithoutId(line: Line): boolean {
  const hasUrl = hasAny(line, URL_KEYS)
  return Object.hasOwn(line, 'method') && hasUrl && BODY_KEYS.some((key) => isPrompt(line[key]))
}

function isPrompt(value: unknown): boolean {
  return isObject(value) && hasAny(value, PROMPTS)
}

function hasAny(line: Line, keys: readonly string[]): boolean {
  return keys.some((key) => Object.hasOwn(line, key))
}
