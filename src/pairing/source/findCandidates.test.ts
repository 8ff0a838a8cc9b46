import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { valueOf } from '../../base/testing/valueOf.ts'
import { openText } from '../../session/testing/openText.ts'
import { spellLine } from '../../session/testing/spellLine.ts'
import { plainRunOf } from './findCandidates.ts'

vi.setConfig({ testTimeout: 60_000 })

async function candidates({ session }: Awaited<ReturnType<typeof openText>>, text: string) {
  return [...valueOf(await session.pairSource.findCandidates(text, 'find', () => {}))]
}

test('what is looked for is the longest stretch that is written as it is', () => {
  expect(plainRunOf('Dear customer, hello')).toBe('Dear customer')
  expect(plainRunOf('a/b "quoted" \\ tail')).toBe('quoted')
  expect(plainRunOf('größer')).toBe('gr')
  expect(plainRunOf('cafe\u0301')).toBe('caf')
  expect(plainRunOf('İstanbul')).toBe('stanbul')
  expect(plainRunOf('請"\n')).toBe('')
  expect(plainRunOf('x'.repeat(10_000)).length).toBe(256)
})

test('lines that say the words are among them, however they are written', async () => {
  const letter = fc.constantFrom(...Array.from('aBk "\\/<\n\té請😀:1'))
  const text = fc.array(letter, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''))
  const picks = fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 })
  const lines = fc
    .sample(fc.tuple(text, picks), { seed: 8, numRuns: 500 })
    .map(([said, numbers]) => {
      let at = 0
      const pick = (choices: number) => (numbers[at++ % numbers.length] as number) % choices
      return spellLine({ a: said }, pick)
    })
  // Other texts than were generated may be said: the spelling sometimes puts one in.
  const said = lines.map((line) => JSON.stringify(JSON.parse(line)).toLowerCase())
  const opened = await openText(lines.join('\n'), { formatId: 'plain' })
  let sayings = 0
  let others = 0
  const short = fc.array(letter, { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''))
  for (const words of fc.sample(short, { seed: 9, numRuns: 60 })) {
    const wanted = JSON.stringify(words).slice(1, -1).toLowerCase()
    const saying = said.flatMap((each, i) => (each.includes(wanted) ? [i] : []))
    const found = await candidates(opened, words)
    expect(found.filter((id) => saying.includes(id))).toEqual(saying)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    sayings += saying.length
    others += lines.length - found.length
  }
  expect(sayings).toBeGreaterThan(1000)
  expect(others).toBeGreaterThan(1000)
})

test('others are not, and the marks of the document stay', async () => {
  const opened = await openText(
    [
      '{"a":"Needle x"}',
      '{"a":"hay"}',
      '{"a":"\\u004eeedle"}',
      '{"a":"caf\\u00e9 \\u003c"}',
      '["NEEDLE"]',
    ].join('\n'),
  )
  await opened.session.search(
    { text: 'hay', isRegExp: false, matchCase: false },
    'search',
    () => {},
  )
  expect(await candidates(opened, 'needle')).toEqual([0, 2, 4])
  expect(await opened.texts({ kind: 'matches' })).toEqual(['{"a":"hay"}'])
})

test('changed lines are among them, deleted ones are not, in the order of the document', async () => {
  const opened = await openText(
    ['"needle 0"', '"hay"', '"needle 2"', '"hay"', '"needle 4"'].join('\n'),
  )
  const { session } = opened
  await session.edit({ kind: 'delete', ids: [2 as never] })
  await session.edit({ kind: 'replace', id: 1 as never, texts: ['"changed"'] })
  await session.edit({ kind: 'move', id: 4 as never, by: -1 })
  expect(await candidates(opened, 'needle')).toEqual([0, 1, 4])
  await session.edit({ kind: 'insert', at: 0, texts: ['"new"'] })
  expect((await candidates(opened, 'needle')).slice(1)).toEqual([0, 1, 4])
  expect(await candidates(opened, '"')).toHaveLength(5)
})
