import { proxy, wrap } from 'comlink'
import { expect, test } from 'vitest'
import { openText } from '../session/testing/openText.ts'
import type { PairSourceApi } from '../contracts/pairSourceApi.ts'
import { servePairSource } from './pairSourcePort.ts'

test('a document is asked through a port, and its answers are moved', async () => {
  const { session } = await openText('{"custom_id":"a","body":{},"url":"x"}\n{"custom_id":"b"}')
  const read = await session.pairSource.readLines(
    { role: 'requests', providerId: 'openai' },
    'own',
    () => {},
    () => {},
  )
  const { port1, port2 } = new MessageChannel()
  let moved: ArrayBufferLike | undefined
  servePairSource(
    {
      recognise: () => session.pairSource.recognise(),
      readLines: async (...args) => {
        const lines = await session.pairSource.readLines(...args)
        moved = lines.ok ? lines.value.keyBytes.buffer : undefined
        return lines
      },
      readChange: () => session.pairSource.readChange(),
      cancel: (jobId) => session.pairSource.cancel(jobId),
      readContents: (...args) => session.pairSource.readContents(...args),
      findCandidates: (...args) => session.pairSource.findCandidates(...args),
    },
    port1,
  )
  const remote = wrap<PairSourceApi>(port2)
  expect(await remote.recognise()).toEqual({
    ok: true,
    value: { role: 'requests', providerId: 'openai' },
  })
  let changes = 0
  const got = await remote.readLines(
    { role: 'requests', providerId: 'openai' },
    'read',
    proxy(() => {}),
    proxy(() => {
      changes++
    }),
  )
  expect(got).toEqual(read)
  expect(moved?.byteLength).toBe(0)
  await session.edit({ kind: 'delete', ids: [1 as never] })
  const change = await remote.readChange()
  expect(change.ok && change.value !== 'all' && [...change.value.gone]).toEqual([1])
  expect(changes).toBe(1)
  const contents = await remote.readContents(Float64Array.of(0), 5)
  expect(contents.ok && new TextDecoder().decode(contents.value.bytes)).toBe('{"cus')
  port1.close()
})
