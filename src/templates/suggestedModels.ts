// Ids of models to choose from, newest family first: those that the dated table of prices knows. It is never a
// closed list.
import type { SuggestedModels } from '../contracts/templatesApi.ts'
import { PRICE_TABLE, PRICE_TABLE_HEAD } from '../pairing/prices/priceTable.ts'
import { CHAT_COMPLETIONS, EMBEDDINGS, RESPONSES } from '../providers/openai/endpoints/urls.ts'

const EMBEDDING = /embedding/
/** Of other endpoints, or shut down. */
const NO_CHAT =
  /embedding|^(ada|babbage|curie|davinci|moderation|ft:|text-|gpt-3\.5-turbo-instruct)|search|vision|:|\.ft-/
/** They take responses alone. */
const RESPONSES_ALONE = /-pro$|codex|deep-research/

export function suggestedModels(endpoint: string): SuggestedModels {
  const fits = FITS[endpoint]
  const ids = PRICE_TABLE.filter(({ provider, id }) => provider === 'openai' && fits?.(id)).map(
    ({ id }) => id,
  )
  return { ids: ids.sort(byNewest), date: PRICE_TABLE_HEAD.date }
}

const FITS: Readonly<Record<string, (id: string) => boolean>> = {
  [CHAT_COMPLETIONS]: (id) => !NO_CHAT.test(id) && !RESPONSES_ALONE.test(id),
  [RESPONSES]: (id) => !NO_CHAT.test(id),
  [EMBEDDINGS]: (id) => EMBEDDING.test(id),
}

/** gpt-6 before gpt-5.6 before gpt-5 before o3. */
function byNewest(a: string, b: string): number {
  return versionOf(b) - versionOf(a) || (a < b ? -1 : 1)
}

function versionOf(id: string): number {
  return Number(/^gpt-(\d+(?:\.\d+)?)/.exec(id)?.[1] ?? 0)
}
