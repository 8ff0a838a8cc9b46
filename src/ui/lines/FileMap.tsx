// A strip over the whole file: where lines are invalid, edited or match the search, and which part is
// in sight. Pressing it jumps. Hidden from assistive technology: the grid and the issues panel do
// the same by keyboard.
import {
  type JSX,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { LoadedRows } from '../../state/rowWindow.ts'
import type { DocumentTab } from '../../state/store.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { drawFileMap, type MapColors, type MapSize, readMapColors } from './drawFileMap.ts'
import styles from '../table/Table.module.css'
import { ROW_HEIGHT } from '../table/rowHeight.ts'
import type { TableScroller } from '../table/tableScroller.ts'

/** CSS pixels of the file map that show one set of lines. */
const CELL_HEIGHT = 2

/** Milliseconds between two looks at a file that changes all the time. */
const REFRESH_INTERVAL = 400

const THUMB_MIN_HEIGHT = 12

/** CSS pixels at both ends that stand for the first and the last line: others stand for many. */
const EDGE = 1

interface FileMapProps {
  readonly tab: DocumentTab
  readonly client: DocumentClient
  readonly rows: LoadedRows
  readonly scroller: TableScroller
}

export function FileMap({ tab, client, rows, scroller }: FileMapProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null)
  const thumb = useRef<HTMLDivElement>(null)
  const lines = tab.facts?.lines ?? 0
  const { view } = tab
  const isSorted = tab.facts?.order !== undefined
  const [size, setSize] = useState<MapSize>({ width: 0, height: 0 })
  const { height } = size
  // Without facts the worker has no lines yet, and the first of a cached file have revision 0.
  const stamp = tab.facts && `${tab.facts.revision} ${tab.facts.matches} ${tab.search.query.text}`
  useMapDrawing(canvas, client, size, stamp)

  useEffect(() => {
    const strip = canvas.current
    if (!strip) return undefined
    const observer = new ResizeObserver(() =>
      setSize({ width: strip.clientWidth, height: strip.clientHeight }),
    )
    observer.observe(strip)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const place = () => {
      const { from, to } = scroller.rowsInSight
      const last = Math.max(from, to - 1)
      const box = thumb.current
      if (!box) return
      // Rows that are sorted are no part of the file.
      box.hidden = isSorted
      const isAll = view.kind === 'all'
      const first = isAll ? from : (rows.peekRow(from)?.line ?? 1) - 1
      const end = isAll ? to : (rows.peekRow(last)?.line ?? first + 1)
      const shown = lines === 0 ? 0 : Math.min(1, (end - first) / lines)
      const size = Math.min(height, Math.max(THUMB_MIN_HEIGHT, shown * height))
      const share = lines === 0 || shown >= 1 ? 0 : first / (lines - (end - first))
      box.style.height = `${size}px`
      box.style.transform = `translateY(${Math.min(1, share) * (height - size)}px)`
    }
    place()
    const stops = [scroller.onMove(place), rows.subscribe(place)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [scroller, rows, view, lines, height, isSorted])

  const jump = useCallback(
    (pointer: PointerEvent<HTMLElement>) => {
      const box = pointer.currentTarget.getBoundingClientRect()
      const way = Math.max(box.height - 2 * EDGE, 1)
      const share = Math.max(0, Math.min((pointer.clientY - box.top - EDGE) / way, 1))
      const index = Math.min(Math.floor(share * lines), Math.max(lines - 1, 0))
      const centre = (row: number) => {
        const { viewHeight } = scroller.getScale()
        scroller.scrollTo(row * ROW_HEIGHT - (viewHeight - ROW_HEIGHT) / 2)
      }
      if (view.kind === 'all' && !isSorted) centre(index)
      else {
        void client.rowOfLine(view, { index }).then((found) => {
          // A worker that died is announced elsewhere; a place at a few lines from here is no matter.
          if (found.ok) centre(found.value.row)
        })
      }
    },
    [client, scroller, view, lines, isSorted],
  )
  const handleDown = (down: PointerEvent<HTMLElement>) => {
    if (down.button !== 0) return
    down.preventDefault()
    down.currentTarget.setPointerCapture(down.pointerId)
    jump(down)
  }
  const handleMove = (move: PointerEvent<HTMLElement>) => {
    if (move.currentTarget.hasPointerCapture(move.pointerId)) jump(move)
  }
  return (
    <div
      aria-hidden="true"
      className={styles['map']}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
    >
      <canvas ref={canvas} className={styles['mapCanvas']} />
      <div ref={thumb} className={styles['mapThumb']} />
    </div>
  )
}

/**
 * Draws the map when the file, the search, the size or the theme changes, a few times a second. `stamp`
 * is another one when the lines may have changed, and undefined while there are none.
 */
function useMapDrawing(
  canvas: RefObject<HTMLCanvasElement | null>,
  client: DocumentClient,
  size: MapSize,
  stamp: string | undefined,
): void {
  const cells = useRef<Uint8Array>(new Uint8Array())
  const colors = useRef<MapColors>(undefined)
  const lastStart = useRef(0)
  const draw = useCallback(() => {
    if (!canvas.current) return
    colors.current ??= readMapColors(canvas.current)
    drawFileMap(canvas.current, cells.current, size, colors.current)
  }, [canvas, size])

  useEffect(() => {
    if (size.height === 0 || stamp === undefined) return undefined
    let isStale = false
    const read = async () => {
      lastStart.current = performance.now()
      const map = await client.fileMap(Math.max(1, Math.floor(size.height / CELL_HEIGHT)))
      // Otherwise the worker died, which leaves the map as it was.
      if (map.ok) cells.current = map.value.cells
      if (!isStale) draw()
    }
    const wait = Math.max(0, lastStart.current + REFRESH_INTERVAL - performance.now())
    const timer = setTimeout(() => void read(), wait)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [client, size, draw, stamp])

  useEffect(() => {
    const redraw = () => {
      colors.current = undefined
      draw()
    }
    const observer = new MutationObserver(redraw)
    observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] })
    const scheme = window.matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', redraw)
    return () => {
      observer.disconnect()
      scheme.removeEventListener('change', redraw)
    }
  }, [draw])
}
