// Whether an element that scrolls sideways has more than it shows, and on which side.
import { type RefObject, useEffect, useState } from 'react'

export interface Overflow {
  readonly before: boolean
  readonly after: boolean
}

/** Fractions of a pixel are no overflow. */
const SLACK = 1

const none: Overflow = { before: false, after: false }

/** `contents`: another value when what is in the element may have another width. */
export function useOverflow(element: RefObject<HTMLElement | null>, contents: unknown): Overflow {
  const [overflow, setOverflow] = useState(none)
  useEffect(() => {
    const box = element.current
    if (!box) return undefined
    const measure = () => {
      const before = box.scrollLeft > SLACK
      const after = box.scrollLeft + box.clientWidth < box.scrollWidth - SLACK
      setOverflow((now) => (now.before === before && now.after === after ? now : { before, after }))
    }
    // Reports once at the start, after the layout.
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    box.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', measure)
    }
  }, [element, contents])
  return overflow
}
