import { expect, test } from 'vitest'
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
