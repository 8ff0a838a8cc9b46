import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { lineId } from '../../base/units.ts'
import { openText } from '../../session/testing/openText.ts'
import type { PairingFacts, PairSourceSetup } from '../../contracts/pairingApi.ts'
import type { Progress } from '../../contracts/progress.ts'
import { textTest } from './search.ts'
import {
  ALL_PAIRS,
  chatAnswer,
  chatRequest,
  failedAnswer,
  linesOf,
  type PairedTexts,
  pairTexts,
} from './testing/pairTexts.ts'
import { valueOf } from '../../base/testing/valueOf.ts'

const call = {
  id: 'call_1',
  type: 'function',
  function: { name: 'find_city', arguments: '{"city":"Kraków"}' },
}

function files(): Promise<PairedTexts> {
  const withCall = chatAnswer('c')
  Object.assign(withCall.response.body.choices[0]?.message ?? {}, { tool_calls: [call] })
  return pairTexts([
    {
      key: 'in',
      role: 'requests',
      text: linesOf([
        chatRequest('a', 'Say "hello" to Zoë'),
        chatRequest('b', 'line one\nline two', { metadata: { note: 'needle' } }),
        chatRequest('needle-3'),
        chatRequest('c', 'Which city?'),
        '{"custom_id":"broken","needle"',
      ]),
    },
    {
      key: 'out',
      role: 'answers',
      text: linesOf([
        chatAnswer('a', 'Hello, Zoë'),
        failedAnswer('b', 400, 'bad_needle'),
        withCall,
        chatAnswer('unasked', 'A NEEDLE in a haystack'),
      ]),
    },
  ])
}

async function found(
  paired: PairedTexts,
  text: string,
  matchCase = false,
): Promise<readonly string[]> {
  const count = valueOf(await paired.pairing.search({ text, matchCase }, 'search', () => {}))
  const rows = await paired.rows({ ...ALL_PAIRS, filter: { matches: true } })
  expect(rows.length).toBe(count)
  expect(paired.facts().matches).toBe(count)
  return rows.map(({ id }) => id)
}

test('a text is looked for as it is, whatever signs are in it', () => {
  const signs = Array.from({ length: 95 }, (_, code) => String.fromCharCode(32 + code))
  for (const sign of [...signs, '-/-', String.raw`\d`, '[a-z]', 'a|b', '\ud800-']) {
    for (const matchCase of [true, false]) {
      const test = textTest({ text: sign, matchCase })
      expect([test(`<${sign}>`), test('\u00f7')], sign).toEqual([true, false])
    }
  }
})

test('any words are found where they stand', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii' }))
  fc.assert(
    fc.property(text, text, text, fc.boolean(), (before, words, after, matchCase) => {
      expect(textTest({ text: words, matchCase })(before + words + after)).toBe(true)
    }),
  )
  const isFound = textTest({ text: 'request-1 (a|b) [c]/d', matchCase: false })
  expect(isFound('The REQUEST-1 (A|b) [c]/D.')).toBe(true)
  expect(isFound('request-1 a [c]/d')).toBe(false)
})

describe('search', () => {
  test.each([
    ['hello', ['a']],
    ['say "HELLO" to zoë', ['a']],
    ['one\nline', ['b']],
    // What lines do not say does not count: `metadata`, names of fields.
    ['metadata', []],
    ['custom_id', ['broken']],
    ['needle', ['b', 'needle-3', 'broken', 'unasked']],
    ['find_city', ['c']],
    ['kraków', ['c']],
    ['NEEDLE-3', ['needle-3']],
    ['nowhere', []],
  ])('for %s', async (text, ids) => {
    const paired = await files()
    const rows = await found(paired, text)
    expect(rows.map((id) => (id === '' ? 'broken' : id))).toEqual(ids)
  })

  test.each(['ascii', 'é'])('in ids, each for itself (%s)', async (sign) => {
    const ids = Array.from({ length: 5000 }, (_, i) => `${sign}-${i}|`)
    const paired = await pairTexts([
      { key: 'in', role: 'requests', text: linesOf(ids.map((id) => chatRequest(id))) },
      { key: 'out', role: 'answers', text: linesOf([chatAnswer('other')]) },
    ])
    for (const text of ['-20', '77|', '-4999|', `|${sign}`, `${sign}-204`]) {
      const wanted = ids.filter((id) => id.includes(text))
      expect((await found(paired, text)).filter((id) => id !== 'other')).toEqual(wanted)
    }
  })

  test('that minds case', async () => {
    const paired = await files()
    expect(await found(paired, 'NEEDLE', true)).toEqual(['unasked'])
    expect(await found(paired, 'NEEDLE')).toHaveLength(4)
    expect(await found(paired, '')).toEqual([])
  })

  test('goes on to hold after edits', async () => {
    const paired = await files()
    expect(await found(paired, 'haystack')).toEqual(['unasked'])
    const edit = async (key: string, id: number, record: unknown): Promise<void> => {
      const { revision } = paired.facts()
      const texts = [JSON.stringify(record)]
      await paired.documents.get(key)?.session.edit({ kind: 'replace', id: lineId(id), texts })
      await paired.until((facts) => facts.revision > revision)
    }
    await edit('in', 0, chatRequest('a', 'Where is the haystack?'))
    const view = { ...ALL_PAIRS, filter: { matches: true as const } }
    expect((await paired.rows(view)).map(({ id }) => id)).toEqual(['a', 'unasked'])
    expect(paired.facts().matches).toBe(2)
    await edit('out', 3, chatAnswer('unasked', 'Nothing'))
    expect((await paired.rows(view)).map(({ id }) => id)).toEqual(['a'])
  })

  test('goes on to hold in another pairing of the same documents', async () => {
    const paired = await files()
    expect(await found(paired, 'needle')).toHaveLength(4)
    const many = Array.from({ length: 3000 }, (_, i) =>
      chatAnswer(`more-${i}`, `${i % 1000} needles`),
    )
    for (const [key, text] of [
      ['few', linesOf([chatAnswer('few', 'one more needle')])],
      ['many', linesOf(many)],
    ] as const) {
      const { session } = await openText(text)
      paired.pairing.attachSource(key, session.pairSource)
    }
    const setupOf = (key: string) =>
      ({ key, name: key, role: 'answers', providerId: 'openai' }) as const
    let facts: PairingFacts | undefined
    const pair = (setups: readonly PairSourceSetup[]) =>
      paired.pairing.pair(setups, 'again', (latest) => {
        facts = latest
      })
    await pair([...paired.setups, setupOf('few')])
    expect(facts).toMatchObject({ state: 'ready', matches: 5 })
    await pair([setupOf('few'), ...paired.setups, setupOf('many')])
    await expect.poll(() => facts?.matches).toBe(3005)
    await pair(paired.setups)
    expect(facts).toMatchObject({ state: 'ready', matches: 4 })
  })

  test('can be stopped', async () => {
    const paired = await files()
    await found(paired, 'haystack')
    const searching = paired.pairing.search(
      { text: 'hello', matchCase: false },
      'stopped',
      () => {},
    )
    await paired.pairing.cancel('stopped')
    expect(await searching).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
    // The marks are those of the search before.
    expect(paired.facts().matches).toBe(1)
  })
})

test('a search reports the bytes in which it looks for lines, then the lines that it looks into', async () => {
  let now = 0
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000))
  const many = Array.from({ length: 300 }, (_, i) => chatRequest(`${i}`, 'the same words'))
  const paired = await pairTexts([
    { key: 'in', role: 'requests', text: linesOf(many) },
    { key: 'out', role: 'answers', text: linesOf([chatAnswer('1', 'other words')]) },
  ])
  const reports: Progress[] = []
  const query = { text: 'words', matchCase: true }
  await paired.pairing.search(query, 'search', (progress) => reports.push(progress))
  clock.mockRestore()
  const units = reports.map(({ unit }) => unit)
  expect(units).toEqual([...units].toSorted())
  const bytes = linesOf(many).length + linesOf([chatAnswer('1', 'other words')]).length
  expect(reports.findLast(({ unit }) => unit === 'bytes')).toMatchObject({ total: bytes })
  expect(reports.at(-1)).toEqual({ unit: 'lines', done: 301, total: 301 })
})
