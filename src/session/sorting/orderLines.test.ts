import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IMAGE_SLACK, writeImage } from '../../fields/naturalImage.ts'
import { runs } from '../../tooling/runs.ts'
import { compareNaturally, comparePlainly } from '../testing/plainOrder.ts'
import { orderLines } from './orderLines.ts'
import { SortKeys } from './sortKeys.ts'
import { StringTable } from './stringTable.ts'

const anyText = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '00',
    'a',
    'item 2',
    'item 10',
    'item 010',
    '\u0000',
    '\u0001',
    'é',
    '😀',
  ),
  fc.constantFrom('\ud800', '\ue000', '2026-01-01', '2026-01-01T00:00:00+02:00', '2026-02-30'),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc
    .array(
      fc.constantFrom(
        '0',
        '1',
        '9',
        '10',
        '000',
        'a',
        'aaaaaaaaa',
        '-',
        ':',
        '\u0000',
        '123456789012',
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
)

const anyValue = fc.oneof(
  { weight: 5, arbitrary: anyText },
  fc.oneof(fc.constantFrom(0, -0, 1, -1, 1e300, 5e-324, -1e300), fc.double({ noNaN: true })),
  fc.constantFrom(true, false, null, undefined),
  fc.constantFrom([], {}),
)

async function sorted(
  values: readonly unknown[],
  isDescending: boolean,
  limits: { strings: number; bytes: number },
  budget: number,
): Promise<{ readonly order: number[]; readonly readings: number }> {
  const keys = new SortKeys(values.length, new StringTable(limits))
  for (const [line, value] of values.entries()) keys.putValue(line, value)
  let readings = 1
  const { ordered: order } = await orderLines(Uint32Array.from(values.keys()), keys, {
    isDescending,
    budget,
    pause: async () => {},
    readAgain: async (texts) => {
      readings++
      for (const [line, value] of values.entries()) texts.putValue(line, value)
    },
  })
  return { order: [...order], readings }
}

function sortedPlainly(values: readonly unknown[], isDescending: boolean): number[] {
  return [...values.keys()].sort((a, b) => comparePlainly(values[a], values[b], isDescending))
}

test('lines stand as a plain stable sort has them, however little room there is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyValue, { maxLength: 160 }),
      fc.boolean(),
      fc.constantFrom(0, 2, 8, 64, 80, 1000),
      fc.constantFrom(1, 40, 1000),
      async (values, isDescending, strings, budget) => {
        const { order } = await sorted(values, isDescending, { strings, bytes: 4000 }, budget)
        expect(order).toEqual(sortedPlainly(values, isDescending))
      },
    ),
    runs(3000),
  )
})

test('lines that all have numbers, or few strings, do so too, in order already or not', async () => {
  const anyColumn = fc.oneof(
    fc.array(fc.integer({ min: -40, max: 5000 }), { minLength: 2, maxLength: 400 }),
    fc.array(fc.double({ noNaN: true }), { minLength: 2, maxLength: 80 }),
    fc.array(fc.constantFrom('item 2', 'item 10', 'a', 'é', ''), { minLength: 2, maxLength: 80 }),
    fc.array(fc.boolean(), { minLength: 2, maxLength: 80 }),
  )
  await fc.assert(
    fc.asyncProperty(
      anyColumn,
      fc.boolean(),
      fc.boolean(),
      async (values, isDescending, isInOrder) => {
        const column: unknown[] = isInOrder
          ? [...values].sort((a, b) => comparePlainly(a, b, false))
          : values
        const { order } = await sorted(column, isDescending, { strings: 80, bytes: 4000 }, 1000)
        expect(order).toEqual(sortedPlainly(column, isDescending))
      },
    ),
    runs(1500),
  )
})

test('strings of bytes that came late are told apart, too', async () => {
  const early = Array.from({ length: 80 }, (_, i) => `id-${(i * 37) % 80}`)
  const late = fc
    .array(fc.constantFrom('id-', 'i', '1', '2', 'b', 'c', 'A', 'é', '\u0000', 'zzzzzz', '-'), {
      maxLength: 6,
    })
    .map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(
      fc.array(late, { maxLength: 60 }),
      fc.boolean(),
      fc.constantFrom(1, 40, 1000),
      async (drawn, isDescending, budget) => {
        const values = [...early, ...drawn]
        const limits = { strings: early.length, bytes: 4000 }
        const { order } = await sorted(values, isDescending, limits, budget)
        expect(order).toEqual(sortedPlainly(values, isDescending))
      },
    ),
    runs(600),
  )
})

test('images are in natural order, and a limit cuts them', () => {
  const imageOf = (text: string, limit: number): Uint8Array => {
    const bytes = new TextEncoder().encode(text)
    const out = new Uint8Array(limit + IMAGE_SLACK)
    return out.slice(0, writeImage(bytes, 0, bytes.length, out, 0, limit))
  }
  fc.assert(
    fc.property(anyText, anyText, fc.nat(30), (a, b, limit) => {
      const [one, other] = [imageOf(a, 1000), imageOf(b, 1000)]
      expect(Math.sign(Buffer.compare(one, other))).toBe(Math.sign(compareNaturally(a, b)))
      const cut = imageOf(a, limit)
      expect(cut.slice(0, limit)).toEqual(one.slice(0, limit))
      expect(cut.length < limit).toBe(one.length < limit)
    }),
    runs(6000),
  )
})

test('runs of very many digits and zeros are numbers', async () => {
  const nines = (count: number): string => '9'.repeat(count)
  const values = [nines(300), `1${'0'.repeat(300)}`, nines(9), nines(8), `${'0'.repeat(400)}1`, '1']
  const { order } = await sorted(values, false, { strings: 0, bytes: 0 }, 10)
  expect(order).toEqual(sortedPlainly(values, false))
})

test('long strings that begin alike are told apart in few readings', async () => {
  const values = Array.from({ length: 200 }, (_, i) => `${'x'.repeat(5000)}${(i * 7) % 100}`)
  const { order, readings } = await sorted(values, true, { strings: 10, bytes: 200_000 }, 500_000)
  expect(order).toEqual(sortedPlainly(values, true))
  expect(readings).toBeLessThan(4)
})
