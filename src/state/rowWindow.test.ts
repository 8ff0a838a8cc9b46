import { describe, expect, test } from 'vitest'
import { fail, ok } from '../base/result.ts'
import { lineId, lineNumberOf, type RowIndex } from '../base/units.ts'
import type { Row, RowWindow as RowAnswer, View } from '../contracts/documentApi.ts'
import { verbatim } from '../i18n/message.ts'
import { PAGE_ROWS } from './pagedRows.ts'
import { createRowWindow, type RowReader } from './rowWindow.ts'

const all: View = { kind: 'all' }
const invalid: View = { kind: 'invalid' }

interface Asked {
  readonly view: View
  readonly from: RowIndex
  /** With rows up to `end` alone, when given. */
  readonly answer: (revision: number, text?: string, end?: RowIndex) => Promise<void>
  readonly refuse: () => Promise<void>
  readonly die: () => Promise<void>
}

/** A window over a reader that answers when it is told to, with frames that pass when told to. */
function setUp() {
  const asked: Asked[] = []
  const frames: (() => void)[] = []
  const reader: RowReader = {
    readRows: (view, from, to) =>
      new Promise((resolve, reject) => {
        asked.push({
          view,
          from,
          answer: (revision, text = 'x', end = to) => {
            resolve(ok(answerOf(revision, from, Math.min(to, end), text)))
            return settled()
          },
          refuse: () => {
            resolve(fail('read-ended-early', verbatim('no')))
            return settled()
          },
          die: () => {
            reject(new Error('the worker died'))
            return settled()
          },
        })
      }),
  }
  const rows = createRowWindow(reader, (run) => frames.push(run))
  const passFrame = () => {
    for (const run of frames.splice(0)) run()
  }
  return { rows, asked, frames, passFrame }
}

function answerOf(revision: number, from: RowIndex, to: RowIndex, text: string): RowAnswer {
  const rows: Row[] = []
  for (let row = from; row < to; row++) {
    rows.push({
      id: lineId(row),
      line: lineNumberOf(row),
      verdict: 'valid',
      needsAttention: false,
      edited: false,
      isChosen: false,
      text: `${text} ${row}`,
      byteLength: 1,
    })
  }
  return { revision, count: 1e6, from, rows }
}

/** Lets everything that waits for an answer run. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

describe('rows in sight', () => {
  test('are read by pages and then here', async () => {
    const { rows, asked, passFrame } = setUp()
    rows.setSource({ view: all, revision: 1, extra: '', isGrowing: false })
    rows.requestRows(PAGE_ROWS + 10, PAGE_ROWS + 20)
    expect(asked).toHaveLength(0)
    passFrame()
    expect(asked.map((one) => one.from)).toEqual([PAGE_ROWS])
    expect(rows.peekRow(PAGE_ROWS + 10)).toBeUndefined()
    const version = rows.getVersion()
    await asked[0]?.answer(1)
    expect(rows.peekRow(PAGE_ROWS + 10)?.text).toBe(`x ${PAGE_ROWS + 10}`)
    expect(rows.getVersion()).toBeGreaterThan(version)
    passFrame()
    expect(asked).toHaveLength(1)
  })

  test('those at the beginning can be read before anything is rendered', async () => {
    const { rows, asked, passFrame } = setUp()
    let isHere = false
    const reading = rows.readFirst({ view: all, revision: 1, extra: '', isGrowing: true })
    void reading.then(() => (isHere = rows.peekRow(0) !== undefined))
    expect(asked.map((one) => one.from)).toEqual([0])
    rows.setSource({ view: all, revision: 1, extra: '', isGrowing: true })
    rows.requestRows(0, 40)
    passFrame()
    expect(asked).toHaveLength(1)
    await asked[0]?.answer(1)
    expect(isHere).toBe(true)
  })

  test('scrolling fast asks for what is in sight in the end, two pages at a time', async () => {
    const { rows, asked, passFrame } = setUp()
    rows.setSource({ view: all, revision: 1, extra: '', isGrowing: false })
    for (let page = 0; page < 1000; page++) {
      rows.requestRows(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)
      if (page % 100 === 0) passFrame()
    }
    expect(asked.map((one) => one.from / PAGE_ROWS)).toEqual([0, 100])
    await asked[0]?.answer(1)
    passFrame()
    expect(asked.map((one) => one.from / PAGE_ROWS)).toEqual([0, 100, 999])
  })

  test('a bounded number of pages is kept', async () => {
    const { rows, asked, passFrame } = setUp()
    rows.setSource({ view: all, revision: 1, extra: '', isGrowing: false })
    for (let page = 0; page < 200; page++) {
      rows.requestRows(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)
      passFrame()
      await asked[page]?.answer(1)
    }
    let held = 0
    for (let page = 0; page < 200; page++) if (rows.peekRow(page * PAGE_ROWS)) held++
    expect(held).toBeLessThan(100)
    expect(rows.peekRow(199 * PAGE_ROWS)).toBeDefined()
  })
})

describe('another revision', () => {
  test('shows the old rows until the new ones are here', async () => {
    const { rows, asked, passFrame } = setUp()
    rows.setSource({ view: all, revision: 1, extra: '', isGrowing: false })
    rows.requestRows(0, 10)
    passFrame()
    await asked[0]?.answer(1, 'old')
    rows.setSource({ view: all, revision: 2, extra: '', isGrowing: false })
    passFrame()
    expect(rows.peekRow(3)?.text).toBe('old 3')
    await asked[1]?.answer(2, 'new')
    expect(rows.peekRow(3)?.text).toBe('new 3')
  })

  test('an answer for an older one never replaces a newer one', async () => {
    const { rows, asked, passFrame } = setUp()
    rows.setSource({ view: all, revision: 1, extra: '', isGrowing: false })
    rows.requestRows(0, 10)
    passFrame()
    await asked[0]?.answer(5, 'newest')
    rows.setSource({ view: all, revision: 4, extra: '', isGrowing: false })
    passFrame()
    await asked[1]?.answer(4, 'older')
    expect(rows.peekRow(0)?.text).toBe('newest 0')
  })

  test('an answer that was overtaken is shown and read again', async () => {
    const { rows, asked, passFrame } = setUp()
    rows.setSource({ view: all, revision: 1, extra: '', isGrowing: false })
    rows.requestRows(0, 10)
    passFrame()
    rows.setSource({ view: all, revision: 2, extra: '', isGrowing: false })
    await asked[0]?.answer(1, 'old')
    expect(rows.peekRow(0)?.text).toBe('old 0')
    passFrame()
    expect(asked).toHaveLength(2)
    await asked[1]?.answer(2, 'new')
    passFrame()
    expect(rows.peekRow(0)?.text).toBe('new 0')
    expect(asked).toHaveLength(2)
  })
})

describe('rows that come again as they were', () => {
  test('are the same objects, and nothing is announced', async () => {
    const { rows, asked, passFrame } = setUp()
    rows.setSource({ view: all, revision: 1, extra: '', isGrowing: false })
    rows.requestRows(0, 10)
    passFrame()
    await asked[0]?.answer(1)
    const row = rows.peekRow(3)
    const version = rows.getVersion()
    rows.setSource({ view: all, revision: 2, extra: '', isGrowing: false })
    passFrame()
    await asked[1]?.answer(2)
    expect(rows.peekRow(3)).toBe(row)
    expect(rows.getVersion()).toBe(version)
    passFrame()
    expect(asked).toHaveLength(2)
  })
})

describe('while the file is being read', () => {
  const growing = (revision: number) => ({ view: all, revision, extra: '', isGrowing: true })

  test('full pages are read once, and again when it has been read', async () => {
    const { rows, asked, passFrame } = setUp()
    rows.setSource(growing(1))
    rows.requestRows(0, 10)
    passFrame()
    await asked[0]?.answer(1, 'early')
    for (let revision = 2; revision < 6; revision++) {
      rows.setSource(growing(revision))
      passFrame()
    }
    expect(asked).toHaveLength(1)
    rows.setSource({ ...growing(6), isGrowing: false })
    passFrame()
    expect(asked).toHaveLength(2)
    await asked[1]?.answer(6, 'late')
    expect(rows.peekRow(0)?.text).toBe('late 0')
  })

  test('a page that was not full is read again with each revision until it is', async () => {
    const { rows, asked, passFrame } = setUp()
    rows.setSource(growing(1))
    rows.requestRows(0, 10)
    passFrame()
    await asked[0]?.answer(1, 'x', 20)
    expect(rows.peekRow(20)).toBeUndefined()
    passFrame()
    expect(asked).toHaveLength(1)
    rows.setSource(growing(2))
    passFrame()
    await asked[1]?.answer(2)
    expect(rows.peekRow(20)?.text).toBe('x 20')
    rows.setSource(growing(3))
    passFrame()
    expect(asked).toHaveLength(2)
  })
})

describe('another view', () => {
  test('shows none of the rows of the one before, and those again on the way back', async () => {
    const { rows, asked, passFrame } = setUp()
    rows.setSource({ view: all, revision: 1, extra: '', isGrowing: false })
    rows.requestRows(0, 10)
    passFrame()
    await asked[0]?.answer(1, 'all')
    rows.setSource({ view: invalid, revision: 1, extra: '', isGrowing: false })
    expect(rows.peekRow(0)).toBeUndefined()
    rows.requestRows(0, 10)
    passFrame()
    await asked[1]?.answer(1, 'invalid')
    expect(asked[1]?.view).toEqual(invalid)
    expect(rows.peekRow(0)?.text).toBe('invalid 0')
    rows.setSource({ view: all, revision: 1, extra: '', isGrowing: false })
    expect(rows.peekRow(0)?.text).toBe('all 0')
  })
})

describe('another view with as many rows', () => {
  test('is read where the one before was seen, though no one asks again', async () => {
    const { rows, asked, passFrame } = setUp()
    rows.setSource({ view: all, revision: 1, extra: '', isGrowing: false })
    rows.requestRows(0, 20)
    passFrame()
    await asked[0]?.answer(1)
    rows.setSource({ view: invalid, revision: 1, extra: '', isGrowing: false })
    passFrame()
    expect(asked.map(({ view }) => view)).toEqual([all, invalid])
  })
})

describe('rows that cannot be read', () => {
  test.each(['refuse', 'die'] as const)('are not asked for again and again (%s)', async (how) => {
    const { rows, asked, passFrame } = setUp()
    rows.setSource({ view: all, revision: 1, extra: '', isGrowing: false })
    rows.requestRows(0, 10)
    passFrame()
    await asked[0]?.[how]()
    passFrame()
    passFrame()
    expect(asked).toHaveLength(1)
    rows.setSource({ view: all, revision: 2, extra: '', isGrowing: false })
    passFrame()
    expect(asked).toHaveLength(2)
  })
})
