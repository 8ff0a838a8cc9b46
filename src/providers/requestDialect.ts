// Whose request a line is, by what distinguishes it: its envelope, its url, its model. The formats of
// requests recognise their lines by this one answer, so that no line is two providers'.
import { isObject } from '../json/jsonPath.ts'
import { isBareBody } from './openai/schemas/bareBody.ts'
import type { Dialect, Line } from './common/defineDialect.ts'
import { hasTarget, isEnvelopeWithoutId, isResult } from './common/envelope.ts'

const dialects = Object.values(
  import.meta.glob<Dialect>('./*/provider.ts', { eager: true, import: 'dialect' }),
)

/** Whose lines in OpenAI's envelope are when nothing in them tells. */
const USUAL = 'openai'

/** Whose lines of `custom_id` and `body` are, then. */
const USUAL_OF_JOB = 'mistral'

/** Each format of requests asks of each line of a sample. */
const known = new WeakMap<object, string | undefined>()

/**
 * Id of a provider, or 'bare' for a body without an envelope, which may be anyone's; undefined for what
 * is not a request. What was said of an object holds for as long as it lives: it is not to change.
 */
export function requestDialectOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  if (known.has(value)) return known.get(value)
  const dialect = dialectOf(value)
  known.set(value, dialect)
  return dialect
}

function dialectOf(value: Line): string | undefined {
  if (isResult(value)) return undefined
  const own = idOf(({ isRequest }) => isRequest?.(value))
  if (own !== undefined) return own
  const body = value['body']
  if (Object.hasOwn(value, 'custom_id')) {
    if (hasTarget(value)) return dialectOfEnvelope(value)
    if (isObject(body)) return dialectOfJob(body)
    return isBareBody(without(value, 'custom_id')) ? USUAL : undefined
  }
  if (isEnvelopeWithoutId(value)) return dialectOfEnvelope(value)
  return isBareBody(value) ? 'bare' : undefined
}

function dialectOfEnvelope({ url, body }: Line): string {
  const model = modelOf(body)
  return (
    (typeof url === 'string' ? idOf(({ isUrl }) => isUrl?.(url)) : undefined) ??
    (model === undefined ? undefined : idOf(({ isModel }) => isModel?.(model))) ??
    (isObject(body) ? idOf(({ isBody }) => isBody?.(body)) : undefined) ??
    USUAL
  )
}

/** `custom_id` and `body` alone: the job has the rest. */
function dialectOfJob(body: Line): string {
  const model = modelOf(body) ?? ''
  return idOf(({ isModelOfJob }) => isModelOfJob?.(model)) ?? USUAL_OF_JOB
}

function idOf(claims: (dialect: Dialect) => boolean | undefined): string | undefined {
  return dialects.find((dialect) => claims(dialect) === true)?.id
}

function modelOf(body: unknown): string | undefined {
  const model = isObject(body) ? body['model'] : undefined
  return typeof model === 'string' ? model : undefined
}

function without(value: Line, key: string): Line {
  const { [key]: _, ...rest } = value
  return rest
}
