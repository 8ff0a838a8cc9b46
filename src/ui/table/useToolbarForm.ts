// How a toolbar stays one row whatever room it has: its parts have shorter forms, and the first in which
// all of them fit is taken. What each form looks like is in TableToolbar.module.css.
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useTranslator } from '../../state/language.ts'

/**
 * From the most room to the least: words with numbers, marks with numbers, marks alone, those with a
 * shorter search, and for phones two rows, with and without numbers (and then without the last part).
 */
const FORMS = ['full', 'short', 'marks', 'least', 'stacked', 'stackedMarks'] as const

/**
 * The toolbar. `content` is another text whenever its parts may want another width: sizes are compared
 * then, in another language, and when the toolbar has another width itself, never while drawing.
 */
export function useToolbarForm(content: string): RefObject<HTMLDivElement | null> {
  const toolbar = useRef<HTMLDivElement>(null)
  const translator = useTranslator()
  useLayoutEffect(() => {
    const element = toolbar.current
    if (!element) return undefined
    // Reports at once as well, before the frame is painted.
    const observer = new ResizeObserver(() => takeForm(element))
    observer.observe(element)
    return () => observer.disconnect()
  }, [content, translator])
  return toolbar
}

/** The attribute is not React's: a form costs no rendering. */
function takeForm(toolbar: HTMLElement): void {
  // Not shown at the moment.
  if (toolbar.clientWidth === 0) return
  for (const form of FORMS) {
    toolbar.dataset['form'] = form
    if (fits(toolbar)) return
  }
}

function fits(toolbar: HTMLElement): boolean {
  const { paddingRight } = getComputedStyle(toolbar)
  const end = toolbar.getBoundingClientRect().right - Number.parseFloat(paddingRight)
  const rows = new Set<number>()
  for (const part of toolbar.children) {
    const { top, bottom, right, width } = part.getBoundingClientRect()
    // Not there, or for keyboards and screen readers alone.
    if (width <= 1) continue
    rows.add(Math.round((top + bottom) / 2))
    // Fractions of a pixel are rounding.
    if (right > end + 0.5 || part.scrollWidth > part.clientWidth + 1) return false
  }
  return rows.size <= (toolbar.dataset['form']?.startsWith('stacked') ? 2 : 1)
}
