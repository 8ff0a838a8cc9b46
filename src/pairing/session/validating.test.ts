import { describe, expect, test } from 'vitest'
import { lineId } from '../../base/units.ts'
import type { PairingFacts } from '../../contracts/pairingApi.ts'
import { PairingSession } from './pairingSession.ts'
import {
  ALL_PAIRS,
  chatAnswer,
  chatRequest,
  linesOf,
  type PairedTexts,
  pairTexts,
  type TextToPair,
} from './testing/pairTexts.ts'
import { valueOf } from '../../base/testing/valueOf.ts'
import { FIRST_WISH, NOT_KEPT, WantedJson, WANTS_NONE } from './wantedJson.ts'

const schema = {
  type: 'object',
  properties: { city: { type: 'string' } },
  required: ['city'],
  additionalProperties: false,
}
const bySchema = {
  response_format: { type: 'json_schema', json_schema: { name: 's', strict: true, schema } },
}
const anyJson = { response_format: { type: 'json_object' } }

const texts: readonly TextToPair[] = [
  {
    key: 'in',
    role: 'requests',
    text: linesOf([
      chatRequest('fits', 'p', bySchema),
      chatRequest('misfit', 'p', bySchema),
      chatRequest('words', 'p', bySchema),
      chatRequest('json', 'p', anyJson),
      chatRequest('fenced', 'p', anyJson),
      chatRequest('free'),
      chatRequest('cut', 'p', anyJson),
    ]),
  },
  {
    key: 'out',
    role: 'answers',
    text: linesOf([
      chatAnswer('cut', '{"a":', 'length'),
      chatAnswer('free', 'no JSON'),
      chatAnswer('fenced', '```json\n{}\n```'),
      chatAnswer('json', '[1]'),
      chatAnswer('words', 'no JSON'),
      chatAnswer('misfit', '{"city":1}'),
      chatAnswer('fits', '{"city":"Kraków"}'),
    ]),
  },
]

const isValidated = (facts: PairingFacts): boolean =>
  facts.state === 'ready' && facts.checkingJson === undefined

/** Ids of useless answers, by reason. */
async function unusable(paired: PairedTexts): Promise<Record<string, string>> {
  const rows = await paired.rows({ ...ALL_PAIRS, filter: { unusable: 'any' } })
  return Object.fromEntries(rows.map((row) => [row.id, row.unusable ?? '']))
}

async function replace(paired: PairedTexts, key: string, id: number, record: unknown) {
  const { revision } = paired.facts()
  const texts = [JSON.stringify(record)]
  await paired.documents.get(key)?.session.edit({ kind: 'replace', id: lineId(id), texts })
  await paired.until((facts) => facts.revision > revision)
  await paired.until(isValidated)
}

describe('answers to requests for JSON', () => {
  test('are validated by it', async () => {
    const paired = await pairTexts(texts)
    await paired.until(isValidated)
    expect(await unusable(paired)).toEqual({
      misfit: 'schema-mismatch',
      words: 'not-json',
      fenced: 'not-json',
      cut: 'cut-off',
    })
    expect(paired.facts().summary?.unusable).toEqual([
      { value: 'not-json', count: 2 },
      { value: 'cut-off', count: 1 },
      { value: 'schema-mismatch', count: 1 },
    ])
    const rows = await paired.rows()
    const pair = rows.find(({ id }) => id === 'misfit')?.pair ?? -1
    const detail = valueOf(await paired.pairing.readPair(pair))
    expect(detail.answers[0]?.findings[0]).toMatchObject({ reason: 'schema-mismatch' })
  })

  test('keep their verdicts when the same documents are paired again', async () => {
    const paired = await pairTexts(texts)
    await paired.until(isValidated)
    const before = await unusable(paired)
    const reports: PairingFacts[] = []
    valueOf(await paired.pairing.pair(paired.setups, 'again', (facts) => reports.push(facts)))
    expect(await unusable(paired)).toEqual(before)
    expect(reports.every(({ checkingJson }) => checkingJson === undefined)).toBe(true)
  })

  test('are validated when what requests want is not kept', async () => {
    const paired = await pairTexts(texts, new PairingSession(new WantedJson(0)))
    await paired.until(isValidated)
    expect(await unusable(paired)).toEqual({
      misfit: 'schema-mismatch',
      words: 'not-json',
      fenced: 'not-json',
      cut: 'cut-off',
    })
  })

  test('are validated again when either side is edited', async () => {
    const paired = await pairTexts(texts)
    await paired.until(isValidated)
    await replace(paired, 'out', 4, chatAnswer('words', '{"city":"Łódź"}'))
    expect(Object.keys(await unusable(paired))).toEqual(['misfit', 'fenced', 'cut'])
    await replace(paired, 'in', 1, chatRequest('misfit', 'p', anyJson))
    expect(Object.keys(await unusable(paired))).toEqual(['fenced', 'cut'])
    await replace(paired, 'in', 5, chatRequest('free', 'p', bySchema))
    expect(Object.keys(await unusable(paired))).toEqual(['fenced', 'free', 'cut'])
    // The answer that was validated for one request now answers another.
    await replace(paired, 'in', 4, chatRequest('other'))
    await replace(paired, 'in', 6, chatRequest('fenced'))
    expect(await unusable(paired)).toEqual({ free: 'not-json' })
  })
})

describe('what requests want', () => {
  const wish = (name: string) => ({ schema: { title: name }, isStrict: true })

  test('is kept once', () => {
    const wanted = new WantedJson()
    const number = wanted.numberOf(wish('a'))
    expect(number).toBe(FIRST_WISH)
    expect(wanted.numberOf(wish('a'))).toBe(number)
    expect(wanted.numberOf({ schema: undefined, isStrict: false })).toBe(number + 1)
    expect(wanted.wishOf(number)).toEqual(wish('a'))
    expect(wanted.numberOf(undefined)).toBe(WANTS_NONE)
  })

  test('is kept up to a limit', () => {
    const wanted = new WantedJson(20)
    expect(wanted.numberOf(wish('a'))).toBe(FIRST_WISH)
    expect(wanted.numberOf(wish('b'))).toBe(NOT_KEPT)
    expect(wanted.wishOf(NOT_KEPT)).toBeUndefined()
  })
})
