// Which endpoint of the Batch API a request is for.
import type { FixContext, FixProposal } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { isObject } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { ENDPOINTS, endpointOfBody, isEndpoint } from '../endpoints/registry.ts'

/** The endpoint that a url with a host, another version or stray slashes was meant to be. */
export function endpointOf(url: string): string | undefined {
  const path = url
    .trim()
    .replace(/^(?:[a-z]+:)?\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .replace(/^\/*(?:v\d+(?:beta)?\/+)?/, '/v1/')
    .replace(/\/+$/, '')
  return isEndpoint(path) ? path : undefined
}

/** The line with the endpoint that its url was meant to be; undefined where there is nothing to change. */
export function withMeantEndpoint(text: string): FixProposal | undefined {
  const url = parseObject(text)?.['url']
  const endpoint = typeof url === 'string' ? endpointOf(url) : undefined
  if (endpoint === undefined || endpoint === url) return undefined
  return replaceBy(setValue(text, ['url'], JSON.stringify(endpoint)))
}

/**
 * The url for a request body: what its keys and its model say, else what most lines of the file have.
 * A url that its readers are warned of is not proposed because of a body alone.
 */
export function urlForBody(
  body: unknown,
  usualValue: FixContext['usualValue'],
): string | undefined {
  const usual = endpointOf(usualValue('url') ?? '')
  if (!isObject(body)) return usual
  const own = endpointOfBody(body)
  if (own?.promptKey === 'input' && takesInput(usual)) return usual
  return own === undefined || own.warning ? usual : own.url
}

/** Which of the endpoints with an "input" is meant shows in most lines better than in one model. */
function takesInput(url: string | undefined): boolean {
  return ENDPOINTS.some((endpoint) => endpoint.url === url && endpoint.promptKey === 'input')
}
