// Paints the cells of the file map. Marks are at least two pixels high and the worst one of a cell
// wins, so that a single bad line among millions is seen.
import { MAP_EDITED, MAP_INVALID, MAP_MATCH, MAP_WARNING } from '../../worker/documentApi.ts'

/** In order of painting: later ones lie on top. Shares of the width, so that kinds stay apart. */
const marks = [
  { bit: MAP_WARNING, color: '--warn', from: 0.2, to: 0.8 },
  { bit: MAP_INVALID, color: '--err', from: 0.2, to: 0.8 },
  { bit: MAP_EDITED, color: '--edit', from: 0, to: 0.2 },
  { bit: MAP_MATCH, color: '--accent', from: 0.8, to: 1 },
] as const

/** `cells` are sets of MAP_ bits, top to bottom of the file. Colours are those of the theme now. */
export function drawFileMap(canvas: HTMLCanvasElement, cells: Uint8Array): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const ratio = window.devicePixelRatio
  const width = Math.round(canvas.clientWidth * ratio)
  const height = Math.round(canvas.clientHeight * ratio)
  canvas.width = width
  canvas.height = height
  const style = getComputedStyle(canvas)
  const cellHeight = height / Math.max(cells.length, 1)
  const markHeight = Math.max(cellHeight, 2 * ratio)
  for (const { bit, color, from, to } of marks) {
    context.fillStyle = style.getPropertyValue(color)
    const left = Math.round(from * width)
    const markWidth = Math.round(to * width) - left
    for (let at = 0; at < cells.length; at++) {
      if (((cells[at] ?? 0) & bit) === 0) continue
      const top = Math.min(Math.floor(at * cellHeight), height - markHeight)
      context.fillRect(left, top, markWidth, Math.ceil(markHeight))
    }
  }
}
