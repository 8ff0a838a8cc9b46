// Which model cuts text into tokens in which way, and the tables for that, fetched when first needed.
import type { EncodingName } from '../contracts/lineTokens.ts'
import { TextCounter } from './textCounter.ts'

export interface ModelEncoding {
  readonly name: EncodingName
  /** Whether the model is known to use it. */
  readonly isKnown: boolean
}

/**
 * By the families in the model table of tiktoken (openai/tiktoken, tiktoken/model.py) and of gpt-tokenizer
 * 4.0.0; OpenAI has named no other encoding since gpt-4o.
 */
const FAMILIES: readonly { readonly name: EncodingName; readonly models: RegExp }[] = [
  {
    name: 'o200k_base',
    models:
      /^(gpt-4o|chatgpt-4o|gpt-4\.\d|gpt-[5-9]|gpt-oss|o\d|codex-|gpt-(audio|realtime|image))/,
  },
  {
    name: 'cl100k_base',
    models: /^(gpt-4|gpt-3\.5|gpt-35|text-embedding-|davinci-002|babbage-002)/,
  },
]

/**
 * The name of a model, in small letters, without what is put around it: `gpt-4o` of `openai/gpt-4o` and of
 * `ft:gpt-4o:team::id`. Fine-tuned models begin with `ft:`; gateways put the provider's name before the model's.
 */
export function baseModelOf(model: string): string {
  const isTuned = model.startsWith('ft:')
  const name = isTuned ? (model.slice(3).split(':')[0] as string) : model
  return name.replace(/^.*\//, '').toLowerCase()
}

export function encodingOf(model: string | undefined): ModelEncoding {
  const name = baseModelOf(model ?? '')
  const family = FAMILIES.find(({ models }) => models.test(name))
  return { name: family?.name ?? 'o200k_base', isKnown: family !== undefined }
}

const counters = new Map<EncodingName, Promise<TextCounter>>()

/** The tables of an encoding could not be fetched. */
export class TablesUnavailable extends Error {
  constructor(cause: unknown) {
    super('tables unavailable', { cause })
    this.name = 'TablesUnavailable'
  }
}

/** Rejects with TablesUnavailable. */
export function loadCounter(name: EncodingName): Promise<TextCounter> {
  const known = counters.get(name)
  if (known) return known
  const loading = load(name)
  counters.set(name, loading)
  // Tried again when it is next needed: the network may be back.
  loading.catch(() => counters.delete(name))
  return loading
}

async function load(name: EncodingName): Promise<TextCounter> {
  try {
    const tables = name === 'o200k_base' ? import('./o200kBase.ts') : import('./cl100kBase.ts')
    return new TextCounter((await tables).encoding)
  } catch (error) {
    throw new TablesUnavailable(error)
  }
}
