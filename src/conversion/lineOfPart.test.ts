// Where a part that was left out stands in its file.
import { expect, test } from 'vitest'
import { neverCancelled } from '../base/jobs.ts'
import { lineOfPart } from './lineOfPart.ts'
import { findSource } from './registry.ts'
import type { SourceDefinition } from './defineSource.ts'
import { runSource } from './testing/runSource.ts'

/** The lines of all that is told of `text`. */
async function linesOf(id: string, text: string, pieceSize: number): Promise<number[]> {
  const { left } = await runSource(id, text)
  const source = findSource(id) as SourceDefinition
  const bytes = new TextEncoder().encode(text)
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.slice(at, at + pieceSize)
  }
  return Promise.all(
    left.map((part) =>
      lineOfPart(chunks(), { source, options: {}, encoding: 'utf-8', part }, neverCancelled),
    ),
  )
}

test.each([1, 7, 1000])('pieces of %i bytes', async (size) => {
  // The header, two rows of which one has a line break, a row that is too long, and one that is too short.
  const table = 'a,b\n1,"x\ny"\r\n2,"\n\n"\n3,4,5\n\n6\n'
  expect(await linesOf('table', table, size)).toEqual([7, 9])
  expect(await linesOf('table', 'a,b\n1,"x\ny"\n2', size)).toEqual([4])
  expect(await linesOf('table', 'a,b\n1,"x\ny"\n2,"open\n3,4\n', size)).toEqual([4])
  expect(await linesOf('jsonArray', '[\n{"a":1},\n}\n]\n', size)).toEqual([3, 4])
  expect(await linesOf('eventStream', 'data: 1\n\ndata: x\n\n', size)).toEqual([3])
})

test('a file that has become shorter has it in its last line', async () => {
  const source = findSource('jsonArray') as SourceDefinition
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('[\n1\n')
  }
  const place = { source, options: {}, encoding: 'utf-8', part: { offset: 1000 } } as const
  expect(await lineOfPart(chunks(), place, neverCancelled)).toBe(3)
})
