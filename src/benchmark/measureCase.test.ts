// A case is measured with the engine itself, and what is told on the way is true.
import { expect, test } from 'vitest'
import { loadScannerModule } from '../scanner/testing/loadScanner.ts'
import { DocumentSession } from '../session/documentSession.ts'
import { BENCH_CASES, type BenchCase } from './benchCases.ts'
import { bytesOf, lineCountOf } from './caseBytes.ts'
import { type CaseProgress, ROUNDS } from './caseProgress.ts'
import { type Engine, measureCase } from './measureCase.ts'

const SIZE = 1_000_000

/** Counts the engines that are open. */
function engines(): { readonly open: () => Engine; readonly openCount: () => number } {
  const opened = new Set<Engine>()
  return {
    openCount: () => opened.size,
    open() {
      const session = new DocumentSession(loadScannerModule)
      const engine: Engine = {
        async validate(file) {
          const startedAt = performance.now()
          const options = { jobId: 'open', startedAt: Date.now() }
          const result = await session.open(file, options, () => {})
          if (!result.ok) throw new Error(result.failure.code)
          const { lines, invalid } = result.value
          return { lines, invalid, ms: performance.now() - startedAt }
        },
        close: () => opened.delete(engine),
      }
      opened.add(engine)
      return engine
    },
  }
}

function caseOf(id: string): BenchCase {
  const found = BENCH_CASES.find((entry) => entry.id === id)
  if (!found) throw new Error(`no case ${id}`)
  return found
}

test.each(['short', 'all-invalid'])(
  '%s: the whole file is validated in every round',
  async (id) => {
    const entry = caseOf(id)
    const { open, openCount } = engines()
    const told: CaseProgress[] = []
    const end = await measureCase(entry, SIZE, open, (progress) => told.push(progress))

    const lines = lineCountOf(entry, SIZE)
    const bytes = [...bytesOf(entry, SIZE)].reduce((sum, piece) => sum + piece.length, 0)
    expect(end).toMatchObject({ bytes, lines, invalid: id === 'all-invalid' ? lines : 0 })
    for (const ms of [end.readMs, end.validateMs, end.plainMs]) expect(ms).toBeGreaterThan(0)
    expect(openCount()).toBe(0)

    expect(told.at(-1)).toEqual(end)
    expect(told[0]).toEqual({ step: 'making', round: 0, done: 0 })
    const shares = told.map(({ done }) => done)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBeCloseTo(1, 10)
    const steps = [...new Set(told.map(({ step, round }) => `${step} ${round}`))]
    expect(steps).toHaveLength(1 + 3 * ROUNDS)
  },
)

test('times get shorter with the rounds, never longer', async () => {
  const times = [30, 10, 20]
  const { open } = engines()
  const slow = (): Engine => {
    const engine = open()
    let isWarm = false
    return {
      ...engine,
      async validate(file) {
        const validated = await engine.validate(file)
        const ms = isWarm ? (times.shift() as number) : 1
        isWarm = true
        return { ...validated, ms }
      },
    }
  }
  const validationTimes = new Set<number | undefined>()
  await measureCase(caseOf('short'), SIZE, slow, ({ validateMs }) =>
    validationTimes.add(validateMs),
  )
  expect([...validationTimes]).toEqual([undefined, 30, 10])
})

test('engines are closed when one of them fails, and the reason is told', async () => {
  const { open, openCount } = engines()
  const failing = (): Engine => ({
    ...open(),
    validate: () => Promise.reject(new Error('out of memory')),
  })
  const measured = measureCase(caseOf('short'), SIZE, failing, () => {})
  await expect(measured).rejects.toThrow('out of memory')
  expect(openCount()).toBe(0)
})

test('an engine that validates other lines is an error and no result', async () => {
  const { open } = engines()
  const wrong = (): Engine => {
    const engine = open()
    return { ...engine, validate: async (file) => ({ ...(await engine.validate(file)), lines: 1 }) }
  }
  await expect(measureCase(caseOf('short'), SIZE, wrong, () => {})).rejects.toThrow(
    'lines validated',
  )
})
