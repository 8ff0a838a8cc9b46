import { expect, test } from 'vitest'
import { msg, verbatim } from '../../i18n/message.ts'
import type { MeasuredCase } from '../../state/speedStore.ts'
import { markdownReport } from './markdownReport.ts'

const whole: MeasuredCase = {
  id: 'ascii',
  title: msg('Batch input, ASCII'),
  progress: {
    step: 'plain',
    round: 3,
    done: 1,
    bytes: 32_000_000,
    lines: 42_105,
    invalid: 0,
    readMs: 20,
    validateMs: 25.2,
    plainMs: 320,
  },
}

test('every measured case is a row, under one that says what the numbers are', () => {
  const begun: MeasuredCase = {
    id: 'b',
    title: verbatim('B'),
    progress: { step: 'making', round: 0, done: 0 },
  }
  const waiting: MeasuredCase = { id: 'c', title: verbatim('C') }
  expect(
    markdownReport([whole, begun, waiting], verbatim('Firefox 153 on Linux, 2 cores'), 3),
  ).toBe(
    [
      'Lineproof on Firefox 153 on Linux, 2 cores; files in memory, best of 3 rounds',
      '',
      '| File | Lines | Size | Only reading | Last verdict | × reading | MB/s | JSON.parse + zod | Faster |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| Batch input, ASCII | 42,105 | 32.0 MB | 20 ms | 25 ms | 1.26 × | 1,270 | 320 ms | 12.7 × |',
      '',
    ].join('\n'),
  )
})
