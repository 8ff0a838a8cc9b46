// Lines that are not UTF-8, and what they can be read as.
import { expect, test } from 'vitest'
import { concatBytes } from '../base/concatBytes.ts'
import { encodedTexts } from '../conversion/testing/encodedTexts.ts'
import { openText } from './testing/openText.ts'

const LF = 0x0a
const utf8 = new TextEncoder()

/** Each line of `bytes` as a JSON object, after a beginning of ASCII that is longer than what is sniffed. */
function linesOf(bytes: Uint8Array, asciiLines: number): Uint8Array {
  const parts: Uint8Array[] = [utf8.encode('{"text":"plain"}\n'.repeat(asciiLines))]
  for (let from = 0, at; (at = bytes.indexOf(LF, from)) >= 0; from = at + 1) {
    parts.push(utf8.encode('{"text":"'), bytes.subarray(from, at), utf8.encode('"}\n'))
  }
  return concatBytes(parts)
}

async function findingsOf(content: Uint8Array) {
  const { facts, session } = await openText(content)
  await session.fixCounting.done()
  return facts().fileFindings.filter(({ code }) => code === 'other-encoding')
}

test.each(encodedTexts.filter(({ encoding }) => !encoding.startsWith('utf')))(
  '$encoding, after much ASCII: $text',
  async ({ bytes, encoding }) => {
    const [finding] = await findingsOf(linesOf(bytes, 20_000))
    expect(finding).toMatchObject({ encoding, offer: 'convert' })
  },
)

test('UTF-8 with some broken lines is UTF-8', async () => {
  const broken = Uint8Array.of(0x22, 0xe4, 0xbd, 0x22, LF)
  const lines = utf8.encode('{"text":"你好，今天天氣很好"}\n'.repeat(100))
  expect(await findingsOf(concatBytes([lines, broken, broken, lines]))).toEqual([])
})

test('it goes with the last line that is broken', async () => {
  const { facts, session } = await openText(Uint8Array.of(0x22, 0x63, 0x61, 0x66, 0xe9, 0x22, LF))
  await session.fixCounting.done()
  const codes = () => facts().fileFindings.map(({ code }) => code)
  expect(codes()).toContain('other-encoding')
  const id = await session.lineIdAt(0)
  if (!id.ok || !id.value.line) throw new Error('no line')
  await session.edit({ kind: 'replace', id: id.value.line.id, texts: ['"café"'] })
  await session.fixCounting.done()
  expect(codes()).not.toContain('other-encoding')
})
