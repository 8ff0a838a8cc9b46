// Paints the cells of the file map. Marks are at least two pixels high and the worst one of a cell
// wins, so that a single bad line among millions is seen.
import {
  MAP_ATTENTION,
  MAP_EDITED,
  MAP_INVALID,
  MAP_MATCH,
  MAP_WARNING,
} from '../../contracts/documentApi.ts'

/** In order of painting: later ones lie on top. Shares of the width, so that kinds stay apart. */
const marks = [
  { bit: MAP_ATTENTION, color: '--attn', from: 0.2, to: 0.8 },
  { bit: MAP_WARNING, color: '--warn', from: 0.2, to: 0.8 },
  { bit: MAP_INVALID, color: '--err', from: 0.2, to: 0.8 },
  { bit: MAP_EDITED, color: '--edit', from: 0, to: 0.2 },
  { bit: MAP_MATCH, color: '--accent', from: 0.8, to: 1 },
] as const

/** In CSS pixels. */
export interface MapSize {
  readonly width: number
  readonly height: number
}

/** A colour for each of `marks`. */
export type MapColors = readonly string[]

/** The colours of the theme now. Asking makes the browser work out styles: not for every drawing. */
export function readMapColors(canvas: HTMLCanvasElement): MapColors {
  const style = getComputedStyle(canvas)
  return marks.map(({ color }) => style.getPropertyValue(color))
}

/** `cells` are sets of MAP_ bits, top to bottom of the file. */
export function drawFileMap(
  canvas: HTMLCanvasElement,
  cells: Uint8Array,
  size: MapSize,
  colors: MapColors,
): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const ratio = window.devicePixelRatio
  const width = Math.round(size.width * ratio)
  const height = Math.round(size.height * ratio)
  // Another size makes another picture in memory, even one of the same size.
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  context.clearRect(0, 0, width, height)
  const cellHeight = height / Math.max(cells.length, 1)
  const markHeight = Math.max(cellHeight, 2 * ratio)
  for (const [kind, { bit, from, to }] of marks.entries()) {
    context.fillStyle = colors[kind] ?? ''
    const left = Math.round(from * width)
    const markWidth = Math.round(to * width) - left
    for (let at = 0; at < cells.length; at++) {
      if (((cells[at] ?? 0) & bit) === 0) continue
      const top = Math.min(Math.floor(at * cellHeight), height - markHeight)
      context.fillRect(left, top, markWidth, Math.ceil(markHeight))
    }
  }
}
