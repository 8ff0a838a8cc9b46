// The same requests for several models or temperatures: a body for each, told apart at the end of its ids.
import type { TemplateVariant } from '../../contracts/templatesApi.ts'
import {
  type EndpointForm,
  type JsonObject,
  numberOrText,
  readBody,
  rewriteBody,
  withKey,
} from './bodyForm.ts'

/** More of either are a slip. */
const MAX_VALUES = 20

/** Values between commas or line ends, each once. */
export function listedValues(text: string): readonly string[] {
  const values = text.split(/[,\n]/).map((value) => value.trim())
  return [...new Set(values.filter((value) => value !== ''))].slice(0, MAX_VALUES)
}

/** `form`: of the body. `models`, `temperatures`: as `listedValues` reads them; none of either leaves what the body has. */
export function variantsOf(
  form: EndpointForm,
  bodyText: string,
  models: readonly string[],
  temperatures: readonly string[],
): readonly TemplateVariant[] {
  const body = readBody(bodyText)
  if (!body || (models.length === 0 && temperatures.length === 0)) {
    return [{ body: bodyText, suffix: '' }]
  }
  return orNone(form.isModelOfJob ? [] : models).flatMap((model) =>
    orNone(temperatures).map((temperature) => {
      const named = model === undefined ? body : withKey(body, 'model', model)
      const changed = temperature === undefined ? named : withTemperature(form, named, temperature)
      const suffix = [model, temperature && `t${temperature}`].flatMap((part) =>
        part === undefined ? [] : [`-${part.replace(/[^\w-]/g, '-')}`],
      )
      return { body: rewriteBody(bodyText, body, changed), suffix: suffix.join('') }
    }),
  )
}

/** Where the endpoint has it. */
function withTemperature(form: EndpointForm, body: JsonObject, temperature: string): JsonObject {
  const field = form.fields.find(({ id }) => id === 'temperature')
  return field
    ? field.write(body, temperature)
    : withKey(body, 'temperature', numberOrText(temperature))
}

function orNone(values: readonly string[]): readonly (string | undefined)[] {
  return values.length > 0 ? values : [undefined]
}
