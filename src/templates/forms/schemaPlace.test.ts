import { expect, test } from 'vitest'
import { readBody, writeBody } from './bodyForm.ts'
import { ENDPOINT_FORMS } from './endpointForms.ts'
import { schemaPlace } from './schemaPlace.ts'

const WITH_SCHEMA = ENDPOINT_FORMS.filter(({ fields }) => fields.some(({ id }) => id === 'schema'))

test.each(WITH_SCHEMA)('the schema at $endpoint is found where it stands', (form) => {
  const field = form.fields.find(({ id }) => id === 'schema')
  const written = field?.write(form.body, '{"type":"object","x":1.50}') ?? {}
  const text = writeBody(written).replace('1.5', '1.50')
  const body = readBody(text)
  const place = body && schemaPlace(form, body, text)
  expect(place && JSON.parse(place.text)).toEqual({ type: 'object', x: 1.5 })
  expect(place?.text).toContain('1.50')
  expect(text.startsWith(place?.text ?? '-', place?.at)).toBe(true)
  expect(schemaPlace(form, form.body, writeBody(form.body))).toBeUndefined()
})
