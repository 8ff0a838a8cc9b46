// Characters and keys of which the parsed value of a line shows nothing are found in every format.
import { expect, test } from 'vitest'
import { valueOf } from '../base/testing/valueOf.ts'
import { lineId } from '../base/units.ts'
import { typicalLines } from '../formats/defineFormat.ts'
import { formats, plainFormat } from '../formats/registry.ts'
import { type OpenedText, openText } from '../session/testing/openText.ts'

const HALF = '\\ud83d'

async function found({ session }: OpenedText, line: number): Promise<[string, string][]> {
  const { diagnostics, text } = valueOf(await session.readLine(lineId(line)))
  return diagnostics
    .filter(({ code }) => ['lone-surrogate', 'duplicate-key', 'line-separator'].includes(code))
    .map(({ code, range }) => [code, text.slice(range?.from, range?.to)])
}

/** A line of a format with `text` at the end of its last string, or in a member of its own. */
function withText(line: string, text: string): string {
  const at = line.lastIndexOf('"}')
  return at < 0
    ? line.replace(/\}\s*$/, `,"x":"${text}"}`)
    : `${line.slice(0, at)}${text}${line.slice(at)}`
}

test.each([...formats, plainFormat].map((format) => [format.id, format] as const))(
  'in lines of %s',
  async (formatId, format) => {
    const [line = ''] = typicalLines(format).filter((one) => one.includes('"}'))
    const sample = line === '' ? '{"a":"b"}' : line
    const lines = [
      sample,
      withText(sample, HALF),
      withText(sample, `${HALF}\\ude00`),
      withText(sample, '\u2028'),
      sample.replace(/^\s*\{/, '{"k":{"a":1,"\\u0061":2},'),
      withText(sample, HALF),
    ]
    const opened = await openText(lines.join('\n'), { formatId })
    const codes = await Promise.all(lines.map((_, i) => found(opened, i)))
    expect(codes).toEqual([
      [],
      [['lone-surrogate', HALF]],
      [],
      [['line-separator', '\u2028']],
      [['duplicate-key', '"\\u0061"']],
      [['lone-surrogate', HALF]],
    ])
    const causes = new Map(opened.facts().causes.map((cause) => [cause.code, cause]))
    expect(causes.get('lone-surrogate')).toMatchObject({
      count: 2,
      severity: format.role === 'request' ? 'error' : 'warning',
    })
    expect(causes.get('duplicate-key')).toMatchObject({ count: 1, severity: 'warning' })
    expect(causes.get('line-separator')).toMatchObject({ count: 1, severity: 'hint' })
  },
)

test('lines that are recognised by those before them keep what is told of each', async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => {
    const text = i % 7 === 3 ? `cut ${HALF}` : i % 11 === 5 ? 'one\u2028two' : 'whole'
    const free = i % 13 === 4 ? '{"a":1,"b":2,"a":3}' : '{"a":1,"b":2,"c":3}'
    return `{"id":${i},"text":"${text}","free":${free}}`
  })
  const { facts } = await openText(lines.join('\n'))
  const count = (ofLine: (line: string) => boolean): number => lines.filter(ofLine).length
  expect(facts()).toMatchObject({ formatId: 'plainJsonl', invalid: 0 })
  expect(Object.fromEntries(facts().causes.map((cause) => [cause.code, cause.count]))).toEqual({
    'lone-surrogate': count((line) => line.includes(HALF)),
    'duplicate-key': count((line) => line.includes('"a":3')),
    'line-separator': count((line) => line.includes('\u2028')),
  })
})

test('an edit brings them and takes them', async () => {
  const opened = await openText(`{"a":"x ${HALF}"}\n{"a":"y"}\n`)
  expect(opened.facts()).toMatchObject({ invalid: 0, warnings: 1 })
  const { fixes } = valueOf(await opened.session.readLine(lineId(0)))
  expect(fixes.map(({ id, after }) => [id, after])).toEqual([
    ['replaceSurrogates', ['{"a":"x \\ufffd"}']],
    ['removeSurrogates', ['{"a":"x "}']],
  ])
  await opened.session.edit({
    kind: 'applyFix',
    id: lineId(0),
    fixId: 'replaceSurrogates',
    code: 'lone-surrogate',
  })
  expect(opened.facts()).toMatchObject({ invalid: 0, warnings: 0, edited: 1 })
})
