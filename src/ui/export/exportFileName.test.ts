import { expect, test } from 'vitest'
import { exportFileName, typedFileName } from './exportFileName.ts'

test.each([
  ['input.jsonl', 'all', 'jsonl', 'input.jsonl'],
  ['input.jsonl', 'valid', 'jsonl', 'input-valid.jsonl'],
  ['input.jsonl', 'all', '.json', 'input.json'],
  ['my.file.v2.ndjson', 'invalid', 'jsonl', 'my.file.v2-invalid.jsonl'],
  ['noending', 'view', 'csv', 'noending-view.csv'],
  ['.hidden', 'all', 'jsonl', '.hidden.jsonl'],
  ['input.jsonl', 'valid', '.jsonl.gz', 'input-valid.jsonl.gz'],
] as const)('%s, %s as %s', (name, kind, extension, expected) => {
  expect(exportFileName(name, kind, extension)).toBe(expected)
})

test.each([
  ['clean', '.jsonl', 'clean.jsonl'],
  ['clean.ndjson', 'jsonl', 'clean.ndjson'],
  [' a/b: c ', 'jsonl', 'a_b_ c.jsonl'],
  ['  ', 'jsonl', ''],
  ['.hidden', 'jsonl', '.hidden'],
  ['clean', '.jsonl.gz', 'clean.jsonl.gz'],
  ['clean.jsonl', '.jsonl.gz', 'clean.jsonl.gz'],
  ['clean.GZ', '.jsonl.gz', 'clean.GZ'],
] as const)('%s with %s is %s', (typed, extension, expected) => {
  expect(typedFileName(typed, extension)).toBe(expected)
})
