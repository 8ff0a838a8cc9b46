import { expect, test } from 'vitest'
import { withEnding } from './fileName.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text).length

test.each([
  ['input.jsonl', '-valid.json', 'input-valid.json'],
  ['v2.input.jsonl', '.jsonl', 'v2.input.jsonl'],
  ['.hidden', '-view.csv', '.hidden-view.csv'],
  ['請求檔案.jsonl', '-valid.jsonl', '請求檔案-valid.jsonl'],
])('%s with %s is %s', (name, ending, expected) => {
  expect(withEnding(name, ending)).toBe(expected)
})

test('a name that would be too long for a file is cut between characters', () => {
  for (const text of ['請', '👨‍👩‍👧‍👦', 'é', 'a', 'क्षि']) {
    const base = text.repeat(Math.floor(249 / bytesOf(text)))
    const name = withEnding(`${base}.jsonl`, '-invalid.jsonl')
    expect(bytesOf(name)).toBeLessThanOrEqual(255)
    expect(bytesOf(name)).toBeGreaterThan(255 - bytesOf(text))
    expect(base.startsWith(name.replace('-invalid.jsonl', ''))).toBe(true)
    expect(name.replace('-invalid.jsonl', '').length % text.length).toBe(0)
    expect(bytesOf(withEnding(`${base}.jsonl`, '-joined', 20))).toBeLessThanOrEqual(235)
  }
})

test('a name that is longer on its file system may be as long on the next', () => {
  const name = `${'請'.repeat(200)}.jsonl`
  expect(bytesOf(withEnding(name, '-valid.jsonl'))).toBeGreaterThan(600)
})
