import { expect, test } from 'vitest'
import { LONGEST_LINE, wholeLines } from './wholeLines.ts'

async function* inChunks(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    // As a reader that fills one buffer again and again.
    const lent = chunk.slice()
    yield lent
    lent.fill(0)
  }
}

test('a line that is too long to be decoded is told of, and those around it are whole', async () => {
  const utf8 = new TextEncoder()
  const long = new Uint8Array(LONGEST_LINE / 4).fill(97)
  const chunks = [
    utf8.encode('one\ntw'),
    utf8.encode('o\nx'),
    long,
    long,
    long,
    long,
    utf8.encode('\nthree\n'),
  ]
  let tooLong = 0
  let text = ''
  for await (const chunk of wholeLines(inChunks(chunks), () => tooLong++)) {
    text += new TextDecoder().decode(chunk)
  }
  expect(text).toBe('one\ntwo\nthree\n')
  expect(tooLong).toBe(1)
})
