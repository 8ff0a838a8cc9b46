// Drives one scrolling element: tells the reader's own moves (one to one) from drags of the
// scrollbar (over the whole file), moves the window of rows unseen, and jumps. The arithmetic is in
// scrollScale.ts; React and the virtualizer only follow.
import type { RowIndex } from '../../base/units.ts'
import { ROW_HEIGHT } from './rowHeight.ts'
import {
  createScale,
  isNearWindowEnd,
  maxTop,
  offsetOf,
  offsetToReveal,
  placeAfter,
  placeNear,
  placeOf,
  rowsInSight,
  type ScrollPlace,
  type ScrollScale,
  scaleAtThumb,
} from './scrollScale.ts'

/** CSS pixels; sticks to the top of the scrolled element. */
export const HEADER_HEIGHT = 28

/** A scroll this soon after a wheel or touch event was caused by it, whatever its size. Milliseconds. */
const GESTURE_MS = 150

/** Pixels in one scroll event that only a scrollbar or a script moves without wheel or finger. */
const LEAP = 2_500

/** Without scrolling for so long, the thumb is put where it belongs. Milliseconds. */
const IDLE_MS = 180

type OffsetListener = (top: number, isScrolling: boolean) => void

export class TableScroller {
  #scale: ScrollScale = createScale(0, 0, 1)
  #top = 0
  #element: HTMLElement | undefined
  /** The element's scrollTop when it was last read or written: asking it would lay out the page. */
  #elementTop = 0
  /** A scrollTop that waits for the canvas to be rendered for the new scale. */
  #pendingTop: number | undefined
  #lastGesture = Number.NEGATIVE_INFINITY
  #isTouching = false
  #isBarHeld = false
  #idleTimer: ReturnType<typeof setTimeout> | undefined
  readonly #scaleListeners = new Set<() => void>()
  readonly #moveListeners = new Set<() => void>()
  readonly #offsetListeners = new Set<OffsetListener>()

  /** The same object until something in it changes. */
  readonly getScale = (): ScrollScale => this.#scale

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#scaleListeners.add(listener)
    return () => this.#scaleListeners.delete(listener)
  }

  /** Called after every move of the rows in sight, several times a frame at most. */
  readonly onMove = (listener: () => void): (() => void) => {
    this.#moveListeners.add(listener)
    return () => this.#moveListeners.delete(listener)
  }

  /** For the virtualizer: the scrollTop within the window of rows. */
  observeTop(listener: OffsetListener): () => void {
    this.#offsetListeners.add(listener)
    return () => this.#offsetListeners.delete(listener)
  }

  /** Pixels above the view, counted from the first row of all. */
  get offset(): number {
    return offsetOf(this.#scale, this.#top)
  }

  readonly getFirstRow = (): RowIndex => this.rowsInSight.from

  get top(): number {
    return this.#top
  }

  get rowsInSight(): { readonly from: RowIndex; readonly to: RowIndex } {
    return rowsInSight(this.#scale, this.offset)
  }

  /** Starts to follow an element; the returned function stops. */
  attach(element: HTMLElement): () => void {
    this.#element = element
    const stop = new AbortController()
    const passive = { passive: true, signal: stop.signal }
    element.addEventListener('scroll', () => this.#handleScroll(), passive)
    element.addEventListener('wheel', () => this.#handleGesture(), passive)
    element.addEventListener('touchmove', () => this.#handleGesture(), passive)
    element.addEventListener('touchstart', () => this.#handleTouch(true), passive)
    element.addEventListener('touchend', () => this.#handleTouch(false), passive)
    element.addEventListener('touchcancel', () => this.#handleTouch(false), passive)
    element.addEventListener('pointerdown', (down) => this.#handlePointerDown(down), passive)
    const release = () => this.#releaseBar()
    window.addEventListener('pointerup', release, passive)
    // The end of a scrollbar drag is not always reported, a pointer without buttons is.
    window.addEventListener('pointermove', (move) => move.buttons === 0 && release(), passive)
    const rescale = (viewHeight: number) => this.#rescale(this.#scale.rowCount, viewHeight)
    // Another pixel ratio; sizes come from the observer.
    window.addEventListener('resize', () => rescale(this.#scale.viewHeight), passive)
    // Reports the first size as well, in the frame that shows the element and without laying it out
    // before its time.
    const observer = new ResizeObserver(() =>
      rescale(Math.max(0, element.clientHeight - HEADER_HEIGHT)),
    )
    observer.observe(element)
    return () => {
      stop.abort()
      observer.disconnect()
      clearTimeout(this.#idleTimer)
      this.#element = undefined
    }
  }

  /** The rows of the view. The reader stays where he is unless the rows end above him. */
  setRowCount(rowCount: number): void {
    if (rowCount !== this.#scale.rowCount) this.#rescale(rowCount, this.#scale.viewHeight)
  }

  /** Brings a row wholly into sight, centred when it was far away. */
  reveal(row: RowIndex): void {
    this.scrollTo(offsetToReveal(this.#scale, this.offset, row))
  }

  /** Puts the view at an offset from the first row of all, as near as the ends allow. */
  scrollTo(offset: number): void {
    if (offset === this.offset) return
    this.#moveTo(placeNear(this.#scale, offset))
    this.#restartIdleTimer()
  }

  /** To be called when the canvas has been rendered for the current scale. */
  commit(): void {
    const element = this.#element
    if (this.#pendingTop === undefined || !element) return
    const wanted = this.#pendingTop
    this.#pendingTop = undefined
    if (wanted !== this.#elementTop) {
      element.scrollTop = wanted
      this.#elementTop = element.scrollTop
    }
    this.#top = this.#elementTop
  }

  #handleScroll(): void {
    const element = this.#element
    if (!element) return
    const top = element.scrollTop
    this.#elementTop = top
    if (this.#pendingTop !== undefined) return
    const delta = Math.abs(top - this.#top)
    if (delta === 0) return
    this.#top = top
    if (this.#isThumbMove(delta)) {
      this.#setScale(scaleAtThumb(this.#scale, top))
    } else if (isNearWindowEnd(this.#scale, top)) {
      this.#moveTo(placeOf(this.#scale, this.offset))
    }
    this.#announceTop(true)
    this.#restartIdleTimer()
  }

  #isThumbMove(delta: number): boolean {
    if (this.#scale.windowRows === this.#scale.rowCount) return false
    if (performance.now() - this.#lastGesture < GESTURE_MS || this.#isTouching) return false
    // The bar is also held while its track is pressed, which scrolls by pages. Taking a tiny drag for
    // a page does no harm: where the thumb is decides again with the next one.
    if (this.#isBarHeld) return delta > Math.max(0.4 * this.#thumbStep(), this.#scale.viewHeight)
    return delta > Math.max(LEAP, 2 * this.#scale.viewHeight)
  }

  /** What the smallest move of the thumb scrolls. */
  #thumbStep(): number {
    const track = Math.max(this.#scale.viewHeight, 1) * window.devicePixelRatio
    return (this.#scale.windowRows * ROW_HEIGHT) / track
  }

  #handleGesture(): void {
    this.#lastGesture = performance.now()
    this.#isBarHeld = false
  }

  #handleTouch(isTouching: boolean): void {
    this.#isTouching = isTouching
    this.#handleGesture()
    this.#restartIdleTimer()
  }

  #handlePointerDown(down: PointerEvent): void {
    const element = this.#element
    if (!element || down.target !== element || down.pointerType === 'touch') return
    const { left } = element.getBoundingClientRect()
    this.#isBarHeld = down.clientX - left >= element.clientLeft + element.clientWidth
  }

  #releaseBar(): void {
    if (!this.#isBarHeld) return
    this.#isBarHeld = false
    this.#restartIdleTimer()
  }

  #rescale(rowCount: number, viewHeight: number): void {
    const next = createScale(rowCount, viewHeight, window.devicePixelRatio)
    const before = this.#scale
    const isSame =
      next.rowCount === before.rowCount &&
      next.windowRows === before.windowRows &&
      next.viewHeight === before.viewHeight
    if (!isSame) this.#moveTo(placeAfter(next, before, this.#top))
  }

  #restartIdleTimer(): void {
    clearTimeout(this.#idleTimer)
    this.#idleTimer = setTimeout(() => this.#settle(), IDLE_MS)
  }

  /** After moves of one to one the thumb is no longer where the rows are in the whole. */
  #settle(): void {
    if (this.#isBarHeld || this.#isTouching) return
    const place = placeOf(this.#scale, this.offset)
    if (Math.abs(place.top - this.#top) > this.#thumbStep()) this.#moveTo(place)
    this.#announceTop(false)
  }

  #moveTo({ scale, top }: ScrollPlace): void {
    const isOtherTop = top !== this.#top
    const isOtherScale = scale !== this.#scale
    if (!isOtherTop && !isOtherScale) return
    // Both at once: anyone who is told of the one may look at the other.
    this.#top = top
    this.#scale = scale
    this.#pendingTop = Math.min(top, maxTop(scale))
    // Rows that arrive below are not scrolling.
    if (isOtherTop) this.#announceTop(true)
    if (isOtherScale) this.#announceScale()
    else this.commit()
  }

  #setScale(scale: ScrollScale): void {
    if (scale === this.#scale) return
    this.#scale = scale
    this.#announceScale()
  }

  #announceScale(): void {
    for (const listener of this.#scaleListeners) listener()
    for (const listener of this.#moveListeners) listener()
  }

  #announceTop(isScrolling: boolean): void {
    for (const listener of this.#offsetListeners) listener(this.#top, isScrolling)
    for (const listener of this.#moveListeners) listener()
  }
}
