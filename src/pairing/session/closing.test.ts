// Documents that are closed, or whose worker dies, while a pairing asks them.
import { describe, expect, test } from 'vitest'
import { lineId } from '../../base/units.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { openText } from '../../session/testing/openText.ts'
import type { PairSourceApi } from '../../contracts/pairSourceApi.ts'
import type { PairingFacts, PairSourceSetup } from '../../contracts/pairingApi.ts'
import { PairingSession } from './pairingSession.ts'
import { ALL_PAIRS, chatAnswer, chatRequest, linesOf, pairTexts } from './testing/pairTexts.ts'

const setups: readonly PairSourceSetup[] = [
  { key: 'in', name: 'in.jsonl', role: 'requests', providerId: 'openai' },
  { key: 'out', name: 'out.jsonl', role: 'answers', providerId: 'openai' },
]
const requests = linesOf([chatRequest('a'), chatRequest('b')])
const answers = linesOf([chatAnswer('a'), chatAnswer('b')])

/** What is asked of a worker that is gone. */
const never = <T>(): Promise<T> => new Promise<T>(() => {})

async function attachBoth(
  pairing: PairingSession,
  change: (source: PairSourceApi) => Partial<PairSourceApi>,
) {
  const input = await openText(requests)
  const output = await openText(answers)
  pairing.attachSource('in', input.session.pairSource)
  const { pairSource } = output.session
  const changed = change(pairSource)
  const source = new Proxy<PairSourceApi>(pairSource, {
    get: (_, name: keyof PairSourceApi) =>
      changed[name] ?? (pairSource[name] as () => void).bind(pairSource),
  })
  pairing.attachSource('out', source)
  return { input, output }
}

describe('a document that is closed', () => {
  test('while it is read ends the pairing with its reason', async () => {
    const pairing = new PairingSession()
    await attachBoth(pairing, () => ({ readLines: never }))
    let facts: PairingFacts | undefined
    const pairs = pairing.pair(setups, 'pair', (latest) => {
      facts = latest
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(facts?.state).toBe('reading')
    await pairing.detach('out')
    expect(await pairs).toMatchObject({ ok: false, failure: { kind: 'refused' } })
    expect(facts).toMatchObject({ state: 'failed' })
    expect(inEnglish(facts?.sources[1]?.failure)?.message).toMatch(/closed/)
    expect(facts?.sources[0]?.failure).toBeUndefined()
  })

  test('leaves the pairs as they are known, and its previews say why they are missing', async () => {
    const { pairing, facts, rows, documents, until } = await pairTexts([
      { key: 'in', role: 'requests', text: requests },
      { key: 'out', role: 'answers', text: answers },
    ])
    await pairing.detach('out')
    const [row] = await rows()
    expect(row).toMatchObject({ outcome: 'succeeded', promptPreview: 'Prompt of a' })
    expect(row?.answerPreview).toMatch(/closed/)
    expect(row?.answerLine).toBeUndefined()
    expect(await pairing.readPair(0)).toMatchObject({ ok: false })

    // Edits of the other document are followed all the same.
    const { revision } = facts()
    const texts = [JSON.stringify(chatRequest('c'))]
    await documents.get('in')?.session.edit({ kind: 'replace', id: lineId(0), texts })
    await until((latest) => latest.revision > revision)
    expect((await rows()).map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'c missing',
      'b succeeded',
      'a unexpected',
    ])
    const again = await pairing.pair(setups, 'again', () => {})
    expect(again).toMatchObject({ ok: false, failure: { kind: 'refused' } })
  })

  test('while rows are read lets them come', async () => {
    const pairing = new PairingSession()
    await attachBoth(pairing, () => ({ readContents: never }))
    await pairing.pair(setups, 'pair', () => {})
    const rows = pairing.readRows(ALL_PAIRS, 0, 10)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await pairing.detach('out')
    expect(await rows).toMatchObject({ ok: true, value: { count: 2 } })
  })

  test('and opened again is paired again', async () => {
    const paired = await pairTexts([
      { key: 'in', role: 'requests', text: requests },
      { key: 'out', role: 'answers', text: answers },
    ])
    const again = await openText(linesOf([chatAnswer('b')]))
    paired.pairing.attachSource('out', again.session.pairSource)
    const result = await paired.pairing.pair(paired.setups, 'again', () => {})
    expect(result).toMatchObject({ ok: true, value: { succeeded: 1, missing: 1 } })
  })
})

describe('a pairing', () => {
  test('can be stopped while documents are read, and begun again', async () => {
    const pairing = new PairingSession()
    let isWaiting = true
    const { output } = await attachBoth(pairing, (source) => ({
      readLines: async (reading, jobId, ...listeners) => {
        while (isWaiting) await new Promise((resolve) => setTimeout(resolve, 1))
        return source.readLines(reading, jobId, ...listeners)
      },
    }))
    const stopped = pairing.pair(setups, 'first', () => {})
    await new Promise((resolve) => setTimeout(resolve, 5))
    await pairing.cancel('first')
    isWaiting = false
    expect(await stopped).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
    expect(await pairing.pair(setups, 'second', () => {})).toMatchObject({
      ok: true,
      value: { state: 'ready', succeeded: 2 },
    })
    expect(output.facts().state).toBe('ready')
  })

  test('gives way to the next', async () => {
    const pairing = new PairingSession()
    await attachBoth(pairing, () => ({}))
    const reports: PairingFacts[] = []
    const first = pairing.pair(setups, 'first', (facts) => reports.push(facts))
    const second = pairing.pair(setups, 'second', () => {})
    expect(await first).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
    expect(await second).toMatchObject({ ok: true })
    expect(reports.map(({ state }) => state)).toEqual(['reading'])
  })

  test('needs its documents', async () => {
    const pairing = new PairingSession()
    expect(await pairing.pair(setups, 'pair', () => {})).toMatchObject({ ok: false })
    expect(await pairing.recognise('in')).toMatchObject({ ok: false })
    expect(await pairing.readRows(ALL_PAIRS, 0, 1)).toMatchObject({ ok: false })
    await attachBoth(pairing, () => ({}))
    expect(await pairing.recognise('in')).toEqual({
      ok: true,
      value: { role: 'requests', providerId: 'openai' },
    })
  })
})
