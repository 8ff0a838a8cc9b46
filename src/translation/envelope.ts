// What stands around a body: OpenAI's envelope and those of others.
import type { SourceLine, WriteContext } from './defineShape.ts'
import { type IdRule, requestId } from './ids.ts'
import type { JsonNode, Raw } from './jsonNode.ts'
import { object, quote } from './writeJson.ts'

/** A provider that says nothing of its ids. */
export const ANY_ID: IdRule = { pattern: /[^]/, maxLength: Number.POSITIVE_INFINITY }

/** Answers repeat the id, and some the request. */
const OF_RESULT = ['response', 'error', 'result', 'modelOutput', 'status', 'statusCode']

export function isAnswer(line: JsonNode): boolean {
  return OF_RESULT.some((key) => line.get(key) !== undefined)
}

/** The path of a url in OpenAI's envelope, without host, query and the slash at its end. */
function urlPath(line: JsonNode): string | undefined {
  return line
    .get('url')
    ?.string?.replace(/^(?:https?:)?\/\/[^/]+/i, '')
    .replace(/[?#].*$|\/+$/, '')
}

/** Azure has urls of its own: its hosts, deployments, and, in older guides, none of a version. */
export function isAzureUrl(line: JsonNode): boolean {
  const url = line.get('url')?.string ?? ''
  return (
    /\.azure\.com\//i.test(url) ||
    /^\/?(?:openai\/)?deployments\//.test(url) ||
    /^\/?(?:chat\/completions|responses|embeddings)\/?(?:$|\?)/.test(url)
  )
}

/** OpenAI's envelope with a body whose url ends so; where there is no url, with such a key in the body. */
export function isEnvelope(line: JsonNode, end: string, key: string): boolean {
  const body = line.get('body')
  if (body?.kind !== 'object' || isAnswer(line)) return false
  const path = urlPath(line)
  if (path !== undefined) return path.endsWith(end)
  return line.get('method') !== undefined && body.get(key) !== undefined
}

/** `key`: of the body; `idKeys`: of the id, the first that is there; `known`: others of the envelope. */
export function readEnvelope(
  line: JsonNode,
  key: string,
  idKeys: readonly string[],
  known: readonly string[],
  modelKey = 'model',
): SourceLine {
  const body = line.get(key) ?? line
  const all = new Set([key, ...idKeys, ...known])
  const id = idKeys.map((each) => line.get(each)).find((each) => each !== undefined)
  return {
    line,
    id,
    model: body.get(modelKey),
    body,
    strays: line.members.filter(({ step, kind }) => !all.has(String(step)) && kind !== 'null'),
  }
}

const OF_OPENAI = ['method', 'url']

export function readOpenAiEnvelope(line: JsonNode): SourceLine {
  return readEnvelope(line, 'body', ['custom_id'], OF_OPENAI)
}

export function writeOpenAiEnvelope(
  url: string,
  body: Raw,
  rule: IdRule,
  { source, notes }: WriteContext,
): Raw {
  return object([
    ['custom_id', requestId(source.id, source.line, rule, 'custom_id', notes)],
    ['method', '"POST"'],
    ['url', quote(url)],
    ['body', body],
  ])
}

/** An id and a body, under the keys of the target. */
export function writeRecord(
  idKey: string,
  body: Raw,
  rule: IdRule,
  { source, notes, bodyKey }: WriteContext,
): Raw {
  return object([
    [idKey, requestId(source.id, source.line, rule, idKey, notes)],
    [bodyKey, body],
  ])
}
