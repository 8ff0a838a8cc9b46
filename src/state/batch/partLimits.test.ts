import { expect, test } from 'vitest'
import type { LimitMeter } from '../../contracts/documentApi.ts'
import { verbatim } from '../../i18n/message.ts'
import { formatLimitsOf, limitsOf } from './partLimits.ts'

const meter = (of: LimitMeter['of'], limit: number): LimitMeter => ({
  title: verbatim(of),
  of,
  used: 1,
  limit,
})

test('a format has its own limits, and batches that are started here those of OpenAI as well', () => {
  const larger = { meters: [meter('lines', 100_000), meter('bytes', 268_435_456)] }
  expect(formatLimitsOf(larger)).toEqual({ lines: 100_000, bytes: 268_435_456 })
  expect(limitsOf(larger)).toEqual({ lines: 50_000, bytes: 200_000_000 })
  const smaller = { meters: [meter('bytes', 1000), meter('items', 7), meter('bytes', 900)] }
  expect(formatLimitsOf(smaller)).toEqual({ lines: 50_000, bytes: 900, items: 7 })
  expect(limitsOf(smaller)).toEqual({ lines: 50_000, bytes: 900, items: 7 })
})
