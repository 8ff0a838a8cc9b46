// The width of an element, before it is painted and after every change.
import { useLayoutEffect, useState } from 'react'

/** CSS pixels inside its frame and scroll bar; 0 before there is an element. */
export function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!element) return undefined
    const measure = (): void => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return width
}
