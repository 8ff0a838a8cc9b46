import { expect, test } from 'vitest'
import { lineId } from '../base/units.ts'
import { type Failure, failureOf } from '../base/failures.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { verbatim } from '../i18n/message.ts'
import type { DocumentClient } from '../worker/documentClient.ts'
import { watchFile } from './watchFile.ts'

function watched(answer: () => Promise<unknown>) {
  const heard: Failure[] = []
  const client = { readRows: answer } as unknown as DocumentClient
  const watching = watchFile(client, (failure) => heard.push(failure))
  const read = (): Promise<Result<unknown>> => watching.readRows({ kind: 'all' }, 0, 1)
  return { heard, read }
}

test('hears of answers that failed because of the file, and passes them on', async () => {
  const failure = fail('file-changed', verbatim('It changed.'))
  const { heard, read } = watched(() => Promise.resolve(failure))
  expect(await read()).toBe(failure)
  expect(heard).toEqual([failureOf('file-changed', verbatim('It changed.'))])
})

test('hears nothing of other answers', async () => {
  for (const answer of [ok(1), fail('cancelled', verbatim('Stopped.')), undefined, 7]) {
    const { heard, read } = watched(() => Promise.resolve(answer))
    expect(await read()).toBe(answer)
    expect(heard).toEqual([])
  }
})

test('leaves a rejection to whoever asked', async () => {
  const { heard, read } = watched(() => Promise.reject(new Error('crash')))
  await expect(read()).rejects.toThrow('crash')
  expect(heard).toEqual([])
})

test('a worker is asked once more when the file holds what was read after all', async () => {
  const failure = fail('file-changed', verbatim('It changed.'))
  let isThere = false
  const client = {
    readLine: () => Promise.resolve(isThere ? ok('line') : failure),
    checkFile: () => Promise.resolve(failure),
  } as unknown as DocumentClient
  const heard: Failure[] = []
  let looked = 0
  const watched = watchFile(
    client,
    (problem) => heard.push(problem),
    () => {
      looked++
      isThere = true
      return Promise.resolve(true)
    },
  )
  expect(await watched.readLine(lineId(1))).toEqual(ok('line'))
  expect(heard).toEqual([])
  await watched.checkFile({ takesSamples: false })
  expect([heard.length, looked]).toEqual([1, 1])
})
