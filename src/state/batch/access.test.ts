// How the API is reached: what is remembered of it, and that nothing is asked in vain without a key.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fail, ok } from '../../base/result.ts'
import { aBatch } from '../../batch/testing/aBatch.ts'
import { msg } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { store } from '../store.ts'
import {
  checkConnection,
  checkModels,
  forgetKey,
  rememberKey,
  restoreAccess,
  setAccess,
  setKey,
} from './access.ts'
import { apiKey, dropApiKey } from './apiKey.ts'
import { batchStore, newBatchState } from './batchStore.ts'
import { followRuns, refreshNow } from './follow.ts'
import { insist } from './panel.ts'
import { setBaseOfRuns } from './runBase.ts'
import { uploadAndStart } from './send.ts'
import {
  ALL,
  aPartRecord,
  aRecord,
  BASE,
  KEY,
  openPage,
  type TestPage,
} from './testing/openPage.ts'

let page: TestPage

beforeEach(() => {
  page = openPage()
})

afterEach(() => page.close())

const access = () => batchStore.getState().access
const OTHER = 'https://other.example.com/v1'

/** What a reload leaves: neither what is in memory nor, without a tick, the key. */
function reload(): void {
  const entry = sessionStorage.getItem('lineproof.apiKey')
  dropApiKey()
  if (entry !== null) sessionStorage.setItem('lineproof.apiKey', entry)
  batchStore.setState(newBatchState, true)
}

/** A run that goes on at the API. */
function writeRunning(of: Parameters<typeof aRecord>[0] = {}): string {
  const batch = aBatch({ id: `batch_${page.api.batches.length + 1}` })
  page.api.batches.push(batch)
  const record = aRecord({ parts: [aPartRecord({ state: 'running', batch })], ...of })
  page.book.write(record)
  return record.id
}

describe('after a reload', () => {
  test('what was typed of the API is there again, without the key', () => {
    setAccess({ baseUrl: `${OTHER}/`, organization: 'org-1', project: 'proj_1' })
    const kept = JSON.stringify(
      Array.from({ length: sessionStorage.length }, (_, at) =>
        sessionStorage.getItem(sessionStorage.key(at) ?? ''),
      ),
    )
    expect(kept).toContain('org-1')
    expect(kept).not.toContain(KEY)
    reload()
    expect(restoreAccess()).toBe(true)
    expect(access()).toEqual({
      baseUrl: OTHER,
      organization: 'org-1',
      project: 'proj_1',
      hasKey: false,
      remembersKey: false,
    })
  })

  test('nothing is, where nothing was typed', () => {
    reload()
    expect(restoreAccess()).toBe(false)
    expect(access()).toEqual(newBatchState.access)
  })

  test('a key that was remembered comes with its own base', () => {
    setAccess({ organization: 'org-1' })
    rememberKey(true)
    reload()
    expect(restoreAccess()).toBe(true)
    expect(access()).toMatchObject({ baseUrl: BASE, organization: 'org-1', hasKey: true })
    expect(apiKey()?.reveal()).toBe(KEY)
    // Of another server, by whatever hand: the ids are that one's.
    sessionStorage.setItem(
      'lineproof.access',
      JSON.stringify({ baseUrl: OTHER, organization: 'org-2', project: '' }),
    )
    reload()
    restoreAccess()
    expect(access()).toMatchObject({ baseUrl: BASE, organization: '', hasKey: true })
  })

  test.each([
    ['no JSON', '{'],
    ['no object', '1'],
    [
      'no address',
      JSON.stringify({ baseUrl: 'http://example.com', organization: '', project: '' }),
    ],
    ['no id', JSON.stringify({ baseUrl: OTHER, organization: 'a b', project: '' })],
    ['a number', JSON.stringify({ baseUrl: OTHER, organization: 3, project: '' })],
  ])('what is stored and %s is not believed', (_, text) => {
    reload()
    sessionStorage.setItem('lineproof.access', text)
    expect(restoreAccess()).toBe(false)
    expect(access()).toEqual(newBatchState.access)
  })

  test('where nothing was typed, the base is that of a run that goes on', () => {
    page.book.write(aRecord({ baseUrl: OTHER, parts: [aPartRecord({ state: 'stopped' })] }))
    reload()
    followRuns()
    setBaseOfRuns()
    expect(access().baseUrl).toBe(newBatchState.access.baseUrl)
    writeRunning()
    followRuns()
    setBaseOfRuns()
    expect(access().baseUrl).toBe(BASE)
  })
})

describe('without a key, at a server that may want one', () => {
  beforeEach(() => forgetKey())

  test('nothing is asked before it is typed', async () => {
    const id = writeRunning()
    page.book.write(aRecord({ parts: [aPartRecord()] }))
    followRuns()
    refreshNow()
    await page.pass(120_000)
    expect(page.api.asked).toEqual([])
    expect(batchStore.getState()).toMatchObject({ paused: 'no-key', problem: undefined })
    setKey(KEY)
    await page.pass(2000)
    expect(page.api.asked).toContain(`batch ${KEY}`)
    expect(page.api.asked).toContain(`createBatch ${KEY}`)
    expect(page.api.asked.filter((call) => call.endsWith(' -'))).toEqual([])
    expect(batchStore.getState().paused).toBeUndefined()
    expect(page.runs().find((run) => run.id === id)?.parts[0]?.state).toBe('running')
  })

  test('what was started without one is followed without one', async () => {
    await checkConnection()
    await uploadAndStart(ALL)
    await page.pass()
    expect(page.api.batches).toHaveLength(1)
    reload()
    batchStore.setState({ access: { ...access(), baseUrl: BASE } })
    followRuns()
    const asked = page.api.count('batch')
    refreshNow()
    await page.pass()
    expect(page.api.count('batch')).toBe(asked + 1)
  })

  test('so is everything, once a check went well without one', async () => {
    writeRunning()
    followRuns()
    page.api.answerNext('check', () =>
      ok([{ call: 'models', isReachable: true, status: 401, ms: 1, problem: msg('No key.') }]),
    )
    await checkConnection()
    await page.pass(5000)
    expect(page.api.count('batch')).toBe(0)
    await checkConnection()
    await page.pass(5000)
    expect(page.api.count('batch')).toBeGreaterThan(0)
  })

  test('a start that was refused is no proof that it wants none', async () => {
    page.api.answerNext('upload', () => fail('api-key-refused', msg('No.')))
    insist('connection', true)
    await uploadAndStart(ALL)
    await page.pass()
    expect(page.api.count('upload')).toBe(1)
    writeRunning()
    followRuns()
    page.api.asked.length = 0
    refreshNow()
    await page.pass(60_000)
    expect(page.api.asked).toEqual([])
  })
})

describe('the key', () => {
  test('is forgotten at another server once it was used, and stays before', async () => {
    setAccess({ baseUrl: OTHER })
    expect(access().hasKey).toBe(true)
    await checkConnection()
    expect(page.api.access).toMatchObject({ baseUrl: OTHER, key: KEY })
    setAccess({ baseUrl: BASE })
    expect(access().hasKey).toBe(false)
    expect(apiKey()).toBeUndefined()
    expect(inEnglish(store.getState().messages.at(-1)?.text)).toContain('was forgotten')
  })

  test('stands in no address and no id, whichever was typed first', () => {
    expect(setAccess({ baseUrl: `${OTHER}/${KEY}` }).ok).toBe(false)
    expect(setAccess({ organization: KEY }).ok).toBe(false)
    expect(setAccess({ project: KEY }).ok).toBe(false)
    expect(access()).toMatchObject({ baseUrl: BASE, organization: '', project: '' })
    forgetKey()
    setAccess({ baseUrl: `${OTHER}/secret-zyxwvutsrq` })
    expect(setKey('secret-zyxwvutsrq').ok).toBe(false)
    expect(access().hasKey).toBe(false)
    setAccess({ baseUrl: BASE, project: 'secret-zyxwvutsrq' })
    expect(setKey('secret-zyxwvutsrq').ok).toBe(false)
    expect(setKey(KEY).ok).toBe(true)
  })
})

test('what the API says of its models counts though the connection is checked meanwhile', async () => {
  const model = { id: 'gpt-6-mini' }
  page.api.answerNext('models', () => ok([model]))
  const asked = checkModels()
  await checkConnection()
  await asked
  expect(batchStore.getState().models).toEqual([model])
  // With another key it is another list.
  const late = checkModels()
  setKey('sk-test-another0123456789')
  await late
  expect(batchStore.getState().models).toBeUndefined()
})
