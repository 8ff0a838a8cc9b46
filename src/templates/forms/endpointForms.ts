// All endpoints of the Batch API: those with a form, and those whose body is written as JSON, with an example.
import { type EndpointForm, type JsonObject, readBody, writeBody } from './bodyForm.ts'
import { chatForm } from './chatForm.ts'
import { embeddingsForm } from './embeddingsForm.ts'
import { responsesForm } from './responsesForm.ts'

const plain = (url: string, body: JsonObject): EndpointForm => ({ url, fields: [], body })

/** In the order in which they are offered. */
export const ENDPOINT_FORMS: readonly EndpointForm[] = [
  chatForm,
  responsesForm,
  embeddingsForm,
  plain('/v1/moderations', { model: 'omni-moderation-latest', input: '{{prompt}}' }),
  plain('/v1/images/generations', {
    model: 'gpt-image-1',
    prompt: '{{prompt}}',
    size: '1024x1024',
  }),
  plain('/v1/images/edits', {
    model: 'gpt-image-1',
    prompt: '{{prompt}}',
    images: [{ image_url: 'https://example.com/photo.png' }],
  }),
  plain('/v1/videos', { model: 'sora-2', prompt: '{{prompt}}' }),
  plain('/v1/completions', {
    model: 'gpt-3.5-turbo-instruct',
    prompt: '{{prompt}}',
    max_tokens: 200,
  }),
]

/** An endpoint that is not among them has no fields. */
export function formOf(url: string): EndpointForm {
  return ENDPOINT_FORMS.find((form) => form.url === url) ?? plain(url, {})
}

/** The body to begin with at an endpoint, with what the fields of another body have. */
export function carriedOver(fromUrl: string, bodyText: string, toUrl: string): string {
  const to = formOf(toUrl)
  const from = readBody(bodyText)
  if (!from) return writeBody(to.body)
  const texts = new Map(formOf(fromUrl).fields.map(({ id, read }) => [id, read(from)]))
  const body = to.fields.reduce((before, { id, write }) => {
    const text = texts.get(id)
    // Models differ between kinds of endpoints.
    const fits = id !== 'model' || /embed/.test(text ?? '') === /embed/.test(toUrl)
    return text !== undefined && text !== '' && fits ? write(before, text) : before
  }, to.body)
  return writeBody(body)
}
