// Held to JSON.stringify, and to the tokens of the lines.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writtenJson } from '../../json/testing/jsonText.ts'
import { runs } from '../../tooling/runs.ts'
import { DEEPEST_INDENT } from './indentLines.ts'
import { exportText } from './testing/exportText.ts'

const chunks = fc.constantFrom(1, 2, 7, 10_000)

test('is what JSON.stringify indents', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 6 }), chunks, async (values, size) => {
      const lines = values.map((value) => JSON.stringify(value))
      const { text } = await exportText('prettyArray', lines, {}, size)
      expect(text).toBe(`${JSON.stringify(JSON.parse(`[${lines.join()}]`), null, 2)}\n`)
    }),
    runs(600),
  )
})

test('strings, numbers and keys keep their texts and their order', async () => {
  const tokens = (text: string) => text.match(/"(?:[^"\\]|\\.)*"|[^\s"]/g)?.join('')
  await fc.assert(
    fc.asyncProperty(fc.array(writtenJson, { maxLength: 6 }), chunks, async (written, size) => {
      const lines = written.map((one) => one.text)
      const { text } = await exportText('prettyArray', lines, {}, size)
      expect(JSON.parse(text)).toEqual(written.map(({ value }) => value))
      expect(tokens(text)).toBe(tokens(`[${lines.join()}]`))
    }),
    runs(600),
  )
})

test('very deep values stay on one line from some depth on', async () => {
  const deep = `${'{"a":['.repeat(30_000)}1, 2${']}'.repeat(30_000)}`
  const { text } = await exportText('prettyArray', [deep, '3'])
  expect(text.replace(/\s/g, '')).toBe(`[${deep.replace(' ', '')},3]`)
  expect(text.split('\n').length).toBeLessThan(3 * DEEPEST_INDENT)
})
