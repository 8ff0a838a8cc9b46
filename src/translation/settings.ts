// Settings that are one value under one key: token limits, sampling, identifiers. Each shape says under
// which key it has them and within which bounds.
import { formatPath, type JsonPath } from '../json/jsonPath.ts'
import type { JsonNode, Raw } from './jsonNode.ts'
import type { SettingName } from './neutral.ts'
import type { FieldCode, Notes } from './notes.ts'
import { type Member, array } from './writeJson.ts'

/** `flag`: true, or anything that asks for the same elsewhere. */
type ValueKind =
  | 'number'
  | 'integer'
  | 'boolean'
  | 'flag'
  | 'string'
  | 'strings'
  | 'object'
  | 'pairs'

const KINDS: Readonly<Record<SettingName, ValueKind>> = {
  maxTokens: 'integer',
  temperature: 'number',
  topP: 'number',
  topK: 'integer',
  stop: 'strings',
  n: 'integer',
  seed: 'integer',
  presencePenalty: 'number',
  frequencyPenalty: 'number',
  logprobs: 'flag',
  topLogprobs: 'integer',
  logitBias: 'object',
  metadata: 'pairs',
  user: 'string',
  safetyIdentifier: 'string',
  serviceTier: 'string',
  store: 'boolean',
  cacheKey: 'string',
  cacheOptions: 'object',
  cacheRetention: 'string',
  moderation: 'object',
  verbosity: 'string',
}

const CODES: Readonly<Partial<Record<SettingName, FieldCode>>> = {
  topK: 'top-k-dropped',
  stop: 'stop-dropped',
  n: 'n-dropped',
  seed: 'seed-dropped',
  presencePenalty: 'penalty-dropped',
  frequencyPenalty: 'penalty-dropped',
  logprobs: 'logprobs-dropped',
  topLogprobs: 'logprobs-dropped',
  logitBias: 'logit-bias-dropped',
  metadata: 'metadata-dropped',
  cacheKey: 'cache-control-dropped',
  cacheOptions: 'cache-control-dropped',
  cacheRetention: 'cache-control-dropped',
  moderation: 'safety-dropped',
}

/** Values that ask for what happens anyway: nothing is lost with them. */
const NOTHING: Readonly<Partial<Record<SettingName, string>>> = {
  n: '1',
  logprobs: 'false',
  store: 'false',
  presencePenalty: '0',
  frequencyPenalty: '0',
}

/** How a shape has a setting. */
export interface SettingSpec {
  readonly key: string
  /** Of numbers. What is above becomes the limit; what is below cannot be used. */
  readonly min?: number
  readonly max?: number
  /** Of texts: code units; of lists: elements. */
  readonly maxLength?: number
  /** Of texts: all that there are. */
  readonly values?: readonly string[]
  /** Of numbers: another one would be no substitute, so there is none beyond the limits. */
  readonly isExact?: true
  /** A list of one may be a text. */
  readonly takesText?: true
}

export type SettingSpecs = Readonly<Partial<Record<SettingName, SettingSpec>>>

/** The settings of a body, by the keys that they have there; of several for one, the first counts. */
export function readSettings(
  holder: JsonNode | undefined,
  names: ReadonlyMap<string, SettingName>,
  notes: Notes,
): ReadonlyMap<SettingName, JsonNode> {
  const settings = new Map<SettingName, JsonNode>()
  if (holder === undefined) return settings
  for (const [key, name] of names) {
    const value = holder.get(key)
    if (value === undefined) continue
    if (settings.has(name)) notes.field('field-dropped', value)
    else settings.set(name, value)
  }
  return settings
}

/** The settings as members of the target; `at`: the path of the object that they stand in there. */
export function writeSettings(
  settings: ReadonlyMap<SettingName, JsonNode>,
  specs: SettingSpecs,
  notes: Notes,
  at: JsonPath,
): readonly Member[] {
  const members: Member[] = []
  for (const [name, node] of settings) {
    const spec = specs[name]
    if (spec === undefined) {
      if (node.raw !== NOTHING[name]) notes.field(CODES[name] ?? 'field-dropped', node)
      continue
    }
    const value = valueOf(KINDS[name], node, spec, notes, [...at, spec.key])
    if (value === undefined) notes.add('value-unusable', { field: formatPath(node.path) }, node)
    else if (value !== '') members.push([spec.key, value])
  }
  return members
}

/** undefined for a value that no request can have there; an empty text where there is nothing to write. */
function valueOf(
  kind: ValueKind,
  node: JsonNode,
  spec: SettingSpec,
  notes: Notes,
  target: JsonPath,
): Raw | undefined {
  switch (kind) {
    case 'number':
    case 'integer':
      return numberOf(kind, node, spec, notes, target)
    case 'boolean':
      return node.kind === 'boolean' ? node.raw : undefined
    case 'flag':
      return node.kind === 'boolean' ? node.raw : 'true'
    case 'object':
      return node.kind === 'object' ? node.raw : undefined
    case 'pairs':
      return isPairs(node) ? node.raw : undefined
    case 'string': {
      const text = node.string
      if (text === undefined || text.length > (spec.maxLength ?? text.length)) return undefined
      return (spec.values?.includes(text) ?? true) ? node.raw : undefined
    }
    case 'strings':
      return textsOf(node, spec, notes, target)
  }
}

function numberOf(
  kind: 'number' | 'integer',
  node: JsonNode,
  spec: SettingSpec,
  notes: Notes,
  target: JsonPath,
): Raw | undefined {
  const value = node.number
  if (value === undefined || value < (spec.min ?? value)) return undefined
  if (kind === 'integer' && !Number.isInteger(value)) return undefined
  if (spec.max === undefined || value <= spec.max) return node.raw
  if (spec.isExact) return undefined
  const values = { field: formatPath(node.path), value: node.raw, limit: spec.max }
  notes.add('value-clamped', values, node, target)
  return String(spec.max)
}

/** A text or texts; none are nothing to write. */
function textsOf(
  node: JsonNode,
  { maxLength, takesText }: SettingSpec,
  notes: Notes,
  target: JsonPath,
): Raw | undefined {
  if (node.kind === 'string') return takesText ? node.raw : array([node.raw])
  if (node.kind !== 'array' || node.items.some(({ kind }) => kind !== 'string')) return undefined
  const { items } = node
  if (items.length === 0) return ''
  if (maxLength === undefined || items.length <= maxLength) return node.raw
  const values = { count: items.length, limit: maxLength }
  notes.add('stop-limited', values, node, target)
  return array(items.slice(0, maxLength).map(({ raw }) => raw))
}

/** What OpenAI takes as metadata: up to 16 keys of 64 characters with texts of 512. */
function isPairs(node: JsonNode): boolean {
  const { members } = node
  return (
    node.kind === 'object' &&
    members.length <= 16 &&
    members.every(({ step, string }) => String(step).length <= 64 && (string?.length ?? 513) <= 512)
  )
}
