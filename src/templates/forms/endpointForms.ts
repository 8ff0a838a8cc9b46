// All endpoints that batches are made for: those with a form, and those whose body is written as JSON, with an
// example.
import { type Message, verbatim } from '../../i18n/message.ts'
import { envelopeOf, type ProviderId } from '../envelopes.ts'
import { type EndpointForm, type JsonObject, readBody, writeBody } from './bodyForm.ts'
import { chatForm } from './chatForm.ts'
import { embeddingsForm } from './embeddingsForm.ts'
import { OTHER_FORMS } from './otherForms.ts'
import { responsesForm } from './responsesForm.ts'

const plain = (endpoint: string, body: JsonObject): EndpointForm => ({ endpoint, fields: [], body })

/** In the order in which they are offered. None of those that have been shut down (`/v1/videos`, `/v1/completions`). */
export const ENDPOINT_FORMS: readonly EndpointForm[] = [
  chatForm,
  responsesForm,
  embeddingsForm,
  plain('/v1/moderations', { model: 'omni-moderation-latest', input: '{{prompt}}' }),
  plain('/v1/images/generations', {
    model: 'gpt-image-2',
    prompt: '{{prompt}}',
    size: '1024x1024',
  }),
  plain('/v1/images/edits', {
    model: 'gpt-image-2',
    prompt: '{{prompt}}',
    images: [{ image_url: 'https://example.com/photo.png' }],
  }),
  ...OTHER_FORMS,
]

/** The providers' own names: the rooms that know them are too large for the page. */
const PROVIDER_NAMES: Readonly<Record<ProviderId, Message>> = {
  openai: verbatim('OpenAI'),
  anthropic: verbatim('Anthropic'),
  gemini: verbatim('Gemini API'),
  mistral: verbatim('Mistral'),
  azure: verbatim('Azure OpenAI'),
  bedrock: verbatim('Amazon Bedrock'),
}

export function providerOf(endpoint: string): { readonly id: ProviderId; readonly name: Message } {
  const { provider } = envelopeOf(endpoint)
  return { id: provider, name: PROVIDER_NAMES[provider] }
}

/** An endpoint that is not among them has no fields. */
export function formOf(endpoint: string): EndpointForm {
  return ENDPOINT_FORMS.find((form) => form.endpoint === endpoint) ?? plain(endpoint, {})
}

/** The body to begin with at an endpoint, with what the fields of another body have. */
export function carriedOver(fromEndpoint: string, bodyText: string, toEndpoint: string): string {
  const to = formOf(toEndpoint)
  const from = readBody(bodyText)
  if (!from) return writeBody(to.body)
  const texts = new Map(formOf(fromEndpoint).fields.map(({ id, read }) => [id, read(from)]))
  const isSameProvider = providerOf(fromEndpoint).id === providerOf(toEndpoint).id
  const body = to.fields.reduce((before, { id, write }) => {
    const text = texts.get(id)
    // Models differ between providers, and between kinds of endpoints.
    const fits =
      id !== 'model' || (isSameProvider && /embed/.test(text ?? '') === /embed/.test(toEndpoint))
    return text !== undefined && text !== '' && fits ? write(before, text) : before
  }, to.body)
  return writeBody(body)
}
