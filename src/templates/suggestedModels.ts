// Ids of models to choose from, newest family first: those that the dated table of prices knows. It is never a
// closed list.
import type { SuggestedModels } from '../contracts/templatesApi.ts'
import { PRICE_TABLE, PRICE_TABLE_HEAD } from '../pairing/prices/priceTable.ts'
import { envelopeOf, type ProviderId } from './envelopes.ts'
import { CHAT_COMPLETIONS, EMBEDDINGS, RESPONSES } from '../providers/openai/endpoints/urls.ts'

const EMBEDDING = /embedding/
/** Of other endpoints, or shut down. */
const NO_CHAT =
  /embedding|^(ada|babbage|curie|davinci|moderation|ft:|text-|gpt-3\.5-turbo-instruct)|search|vision|:|\.ft-/
/** They take responses alone. */
const RESPONSES_ALONE = /-pro$|codex|deep-research/

export function suggestedModels(endpoint: string): SuggestedModels {
  const fits = FITS[endpoint]
  const source = SOURCES[envelopeOf(endpoint).provider]
  const ids = PRICE_TABLE.filter(({ provider, id }) => provider === source && fits?.(id)).map(
    ({ id }) => id,
  )
  return { ids: ids.sort(byNewest), date: PRICE_TABLE_HEAD.date }
}

/** Whose models the table has, by its own name for the provider. */
const SOURCES: Readonly<Partial<Record<ProviderId, string>>> = {
  openai: 'openai',
  anthropic: 'anthropic',
}

const FITS: Readonly<Record<string, (id: string) => boolean>> = {
  [CHAT_COMPLETIONS]: (id) => !NO_CHAT.test(id) && !RESPONSES_ALONE.test(id),
  [RESPONSES]: (id) => !NO_CHAT.test(id),
  [EMBEDDINGS]: (id) => EMBEDDING.test(id),
  'anthropic:messages': () => true,
}

/** gpt-6 before gpt-5.6 before gpt-5 before o3; claude-opus-5-5 before claude-opus-5. */
function byNewest(a: string, b: string): number {
  return versionOf(b) - versionOf(a) || (a < b ? -1 : 1)
}

function versionOf(id: string): number {
  const gpt = /^gpt-(\d+(?:\.\d+)?)/.exec(id)?.[1]
  const [, claude = '0', part = '0'] = /^claude-(?:[a-z]+-)?(\d+)(?:-(\d))?/.exec(id) ?? []
  return Number(gpt ?? `${claude}.${part}`)
}
