// The keyboard goes along when a step leads to the next one: what was pressed is folded away with its step.
import { type RefObject, useEffect, useRef } from 'react'
import type { Section } from './foldSteps.ts'

/** For the element that holds the sections. */
export function useSectionFocus(open: Section | undefined): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  const before = useRef(open)
  useEffect(() => {
    if (before.current === open) return
    before.current = open
    const title = list.current?.querySelector<HTMLElement>('[aria-expanded="true"]')
    if (!title) return
    const focused = document.activeElement
    // Whoever pressed a title, or works elsewhere on the page, stays there.
    const isLost = focused === document.body || (focused !== null && !focused.checkVisibility())
    if (isLost) title.focus({ preventScroll: true })
    title.closest('[role=group]')?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return list
}
