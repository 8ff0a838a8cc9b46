import { expect, test } from 'vitest'
import { visibleFileName } from './fileName.ts'

test.each([
  ['input.jsonl', 'input.jsonl'],
  // Shown, the second half would read 'lnosj.exe'.
  ['batch\u202Eexe.jsonl', 'batch_exe.jsonl'],
  ['a\u2066b\u2069\u200F.jsonl', 'a_b__.jsonl'],
  ['two\nlines\u200B.jsonl', 'two_lines_.jsonl'],
  ['קובץ.jsonl', 'קובץ.jsonl'],
  ['👩‍💻.jsonl', '👩‍💻.jsonl'],
])('%j is shown as %j', (name, shown) => {
  expect(visibleFileName(name)).toBe(shown)
})
