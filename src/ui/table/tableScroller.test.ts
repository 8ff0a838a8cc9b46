import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ROW_HEIGHT } from './rowHeight.ts'
import { maxOffset } from './scrollScale.ts'
import { HEADER_HEIGHT, TableScroller } from './tableScroller.ts'

/** Stands in for a scrolled element: what the scroller reads and writes of one. */
class FakeElement extends EventTarget {
  /** How often the place was asked or set, each of which lays out a real page. */
  looks = 0
  #scrollTop = 0
  clientHeight = 800 + HEADER_HEIGHT
  clientWidth = 900
  clientLeft = 0

  get scrollTop() {
    this.looks += 1
    return this.#scrollTop
  }

  set scrollTop(top: number) {
    this.looks += 1
    this.#scrollTop = top
  }

  getBoundingClientRect() {
    return { left: 0 }
  }

  scrollBy(delta: number) {
    this.scrollTop += delta
    this.dispatchEvent(new Event('scroll'))
  }
}

/** Reports the size it begins with, as browsers do. */
class FakeObserver {
  readonly #report: () => void

  constructor(report: () => void) {
    this.#report = report
  }

  observe() {
    this.#report()
  }

  disconnect() {}
}

function setUp(rowCount: number) {
  const element = new FakeElement()
  const scroller = new TableScroller()
  scroller.attach(element as unknown as HTMLElement)
  scroller.setRowCount(rowCount)
  scroller.commit()
  // The canvas is rendered at once.
  scroller.subscribe(() => scroller.commit())
  return { element, scroller }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', Object.assign(new EventTarget(), { devicePixelRatio: 1 }))
  vi.stubGlobal('ResizeObserver', FakeObserver)
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

describe('the wheel', () => {
  test('moves by what it says, also where the window of rows is moved', () => {
    const { element, scroller } = setUp(16_000_000)
    scroller.scrollTo(50_000 * ROW_HEIGHT)
    let expected = scroller.offset
    const bases = new Set<number>()
    for (let turn = 0; turn < 200; turn++) {
      element.dispatchEvent(new Event('wheel'))
      element.scrollBy(3000)
      expected += 3000
      expect(scroller.offset).toBe(expected)
      expect(element.scrollTop).toBe(scroller.top)
      bases.add(scroller.getScale().baseRow)
      vi.advanceTimersByTime(turn % 50 === 0 ? 1000 : 10)
      expect(scroller.offset).toBe(expected)
    }
    expect(bases.size).toBeGreaterThan(1)
  })
})

describe('the scrollbar', () => {
  test('goes over the whole file', () => {
    const { element, scroller } = setUp(16_000_000)
    element.scrollBy(2_500_000)
    expect(scroller.offset / maxOffset(scroller.getScale())).toBeCloseTo(0.5, 2)
    element.scrollBy(5_000_000 - 18 - 800 - 2_500_000)
    expect(scroller.rowsInSight.to).toBe(16_000_000)
    element.scrollBy(-element.scrollTop)
    expect(scroller.offset).toBe(0)
  })
})

describe('other rows', () => {
  test('that arrive below move nothing', () => {
    const { element, scroller } = setUp(1000)
    scroller.scrollTo(5000)
    for (let count = 1000; count < 40_000_000; count = Math.floor(count * 1.7)) {
      scroller.setRowCount(count)
      expect(scroller.offset).toBe(5000)
      expect(element.scrollTop).toBe(5000)
    }
  })

  test('that arrive below lay out nothing and are not scrolling', () => {
    const { element, scroller } = setUp(1000)
    scroller.scrollTo(5000)
    const { looks } = element
    let moves = 0
    scroller.observeTop(() => (moves += 1))
    for (let count = 2000; count < 40_000_000; count *= 2) scroller.setRowCount(count)
    expect([element.looks, moves]).toEqual([looks, 0])
  })

  test('are known to anyone who is told of the place they give', () => {
    const { scroller } = setUp(16_000_000)
    scroller.scrollTo(1e8)
    const seen: string[] = []
    scroller.onMove(() => seen.push(`${scroller.getScale().rowCount} ${scroller.offset}`))
    scroller.setRowCount(20)
    expect(new Set(seen)).toEqual(new Set(['20 0']))
  })
})

describe('reveal', () => {
  test('brings any row into sight', () => {
    const { element, scroller } = setUp(16_000_000)
    for (const row of [0, 15_999_999, 8_000_000, 8_000_040, 3, 15_000_000]) {
      scroller.reveal(row)
      expect(scroller.rowsInSight.from).toBeLessThanOrEqual(row)
      expect(scroller.rowsInSight.to).toBeGreaterThan(row)
      expect(element.scrollTop).toBe(scroller.top)
    }
  })
})
