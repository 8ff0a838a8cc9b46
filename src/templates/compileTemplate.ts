// A template made ready: its bodies and its ids compiled, and what is wrong with them told with the place.
import type { BatchTemplate, TemplateProblem } from '../contracts/templatesApi.ts'
import { listOf, type Message, msg, sentences } from '../i18n/message.ts'
import { nearestKey } from '../json/nearestKey.ts'
import { type BodyTemplate, compileBody } from './bodyTemplate.ts'
import { compileId, HASH, type IdPattern } from './idPattern.ts'

export interface CompiledTemplate {
  readonly endpoint: string
  readonly variants: readonly { readonly body: BodyTemplate; readonly suffix: string }[]
  readonly id: IdPattern
  readonly repeats: number
  /** All columns that bodies use, each once. */
  readonly bodyColumns: readonly string[]
  /** Keys that bodies have whatever the rows hold. */
  readonly bodyKeys: readonly string[]
}

export interface Compiled {
  /** Absent when there is a problem with its JSON or its placeholders. */
  readonly template?: CompiledTemplate
  readonly problems: readonly TemplateProblem[]
}

/** Columns that are named to choose from. */
const NAMED_COLUMNS = 8

/** Requests of one file; a hundred full batches. */
const MAX_REQUESTS = 5_000_000

/** `columns`, `rows`: of the rows, their names and how many there are. */
export function compileTemplate(
  { endpoint, variants, idPattern, repeats }: BatchTemplate,
  columns: readonly string[],
  rows: number,
): Compiled {
  const problems: TemplateProblem[] = []
  const bodies = variants.flatMap(({ body, suffix }) => {
    const compiled = compileBody(body)
    if (compiled.ok) return [{ body: compiled.template, suffix }]
    // Variants differ in values alone: what is wrong with one is wrong with all.
    if (problems.length === 0) problems.push(broken('bad-body', 'body', compiled.problem))
    return []
  })
  const id = compileId(idPattern)
  if (!id.ok) problems.push(broken('bad-id-pattern', 'id', id.problem))
  const bodyColumns = [...new Set(bodies.flatMap(({ body }) => body.columns))]
  const bodyKeys = [...new Set(bodies.flatMap(({ body }) => body.keys))]
  const idColumns = id.ok ? id.pattern.columns.filter((column) => column !== HASH) : []
  for (const column of bodyColumns) {
    if (!isKnown(column, columns)) problems.push(unknown(column, 'body', columns))
  }
  for (const column of idColumns) {
    if (!isKnown(column, columns)) problems.push(unknown(column, 'id', columns))
  }
  const requests = rows * variants.length * repeats
  if (requests > MAX_REQUESTS) problems.push(tooMany(requests))
  if (!id.ok || bodies.length < variants.length) return { problems }
  return {
    template: { endpoint, variants: bodies, id: id.pattern, repeats, bodyColumns, bodyKeys },
    problems,
  }
}

function broken(
  code: string,
  about: TemplateProblem['about'],
  { message, at }: { readonly message: Message; readonly at: number },
): TemplateProblem {
  return { code, severity: 'error', stops: true, about, message, at }
}

function tooMany(count: number): TemplateProblem {
  const message = msg(
    '{count, plural, one {This makes # request} other {This makes # requests}}, and no more than {limit, number} can be made at once. Take fewer models, temperatures or repeats, or fewer rows.',
    { count, limit: MAX_REQUESTS },
  )
  return { code: 'too-many-requests', severity: 'error', stops: true, about: 'requests', message }
}

function isKnown(column: string, columns: readonly string[]): boolean {
  return columns.includes(column) || columns.includes(column.split('.')[0] as string)
}

function unknown(
  column: string,
  about: TemplateProblem['about'],
  columns: readonly string[],
): TemplateProblem {
  const what = msg('No row has the column “{column}”.', { column })
  const near = nearestKey(column, columns)
  const named = columns.slice(0, NAMED_COLUMNS)
  const others =
    near === undefined
      ? msg('Columns: {names}.', { names: listOf(named, 'and') })
      : msg('Is “{near}” meant?', { near })
  const message = columns.length === 0 ? what : sentences(what, others)
  return { code: 'unknown-column', severity: 'error', stops: true, about, message }
}
