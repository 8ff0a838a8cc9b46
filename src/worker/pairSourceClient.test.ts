import { expect, test } from 'vitest'
import { fail, ok } from '../base/result.ts'
import type { PairSourceApi } from '../contracts/pairSourceApi.ts'
import { msg } from '../i18n/message.ts'
import { openPairSource } from './pairSourceClient.ts'
import { servePairSource } from './pairSourcePort.ts'

test('a document that is closed fails what is asked of it, now and later', async () => {
  const { port1, port2 } = new MessageChannel()
  const never = () => new Promise<never>(() => {})
  const document = { recognise: async () => ok(undefined), readChange: never, cancel: never }
  servePairSource(document as unknown as PairSourceApi, port1)
  const { source, close } = openPairSource(port2)
  expect(await source.recognise()).toEqual(ok(undefined))
  const underWay = [source.readChange(), source.cancel('job')]
  close()
  const closed = fail(
    'source-closed',
    msg('The document is closed. Open it again and pair it again.'),
  )
  expect(await Promise.all(underWay)).toEqual([closed, ok()])
  expect(await source.recognise()).toEqual(closed)
  port1.close()
})
