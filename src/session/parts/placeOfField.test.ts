// Where the fields that an API names stand in a line.
import { expect, test } from 'vitest'
import { lineId } from '../../base/units.ts'
import { openText } from '../testing/openText.ts'

const LINE = '{"custom_id":"a","body":{"messages":[{"content":"x"}],"model":"m"},"url":"u"}'

test.each([
  ['url', '"u"'],
  ['body.model', '"m"'],
  ['body.messages[0].content', '"x"'],
  // As some servers write it.
  ['messages[0].content', '"x"'],
  ['model', '"m"'],
  // What lacks the field.
  ['body.stream', '{"messages"'],
  ['body.messages[3].role', '[{"content"'],
])('%s', async (field, text) => {
  const { session } = await openText(`\n${LINE}`)
  const place = await session.placeOfField(lineId(1), field)
  expect(place).toEqual({ ok: true, value: LINE.indexOf(text) })
})

test.each([
  ['a field that nothing leads to', LINE, 'stream'],
  ['no path', LINE, 'body..model'],
  ['a line that is no JSON', '{"body":', 'body'],
])('no place of %s', async (_, line, field) => {
  const { session } = await openText(line)
  expect(await session.placeOfField(lineId(0), field)).toEqual({ ok: true, value: undefined })
})

test('no place in a line that is gone', async () => {
  const { session } = await openText(`${LINE}\n${LINE}`)
  await session.edit({ kind: 'delete', ids: [lineId(0)] })
  expect(await session.placeOfField(lineId(0), 'url')).toEqual({ ok: true, value: undefined })
  expect(await session.placeOfField(lineId(1), 'url')).toMatchObject({ value: LINE.indexOf('"u"') })
})
