// Raw lines are as wide as they are long: a match that was gone to is brought into sight sideways, once
// its row is there.
import { useLayoutEffect, useRef } from 'react'
import type { CurrentMatch } from '../../state/store.ts'

/** CSS pixels at the end of a row that its finding may lie over. */
const FINDING_WIDTH = 280

/** `textLeft`: CSS pixels of the columns that stay where they are. To be called with every render. */
export function useMatchInSight(
  element: HTMLElement | null,
  match: CurrentMatch | undefined,
  textLeft: number,
): void {
  const jump = match?.jump ?? 0
  const shown = useRef(jump)
  useLayoutEffect(() => {
    if (!element || !match || jump === shown.current) return
    const marks = element.querySelectorAll('[role=row][data-open] mark')
    const mark = marks[match.at] ?? marks[0]
    if (!mark) return
    shown.current = jump
    scrollSideways(element, mark, textLeft)
  })
}

function scrollSideways(element: HTMLElement, mark: Element, textLeft: number): void {
  if (element.scrollWidth <= element.clientWidth) return
  const box = mark.getBoundingClientRect()
  const view = element.getBoundingClientRect()
  const left = view.left + textLeft
  const right = Math.max(left, view.right - FINDING_WIDTH)
  if (box.left >= left && box.right <= right) return
  element.scrollBy({ left: box.left - left - (right - left) / 4, behavior: 'instant' })
}
