// Controls that are cut off, lie over one another or stick out of the window, and short texts of the bars
// that are cut. A text may end in an ellipsis where its whole is in a `title`.
import type { Page } from '@playwright/test'

/** One sentence per problem, with what can be read on the control. */
export async function findClipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(findProblems)
}

/** Runs in the page: it may use nothing from outside itself. */
function findProblems(): string[] {
  const CONTROLS = 'button, input, select, textarea, a[href], [role=tab], label:has(input)'
  /** Where texts without a control are short and all of each is needed. */
  const BARS = 'header, footer, [role=columnheader]'
  /** Fractions of a pixel are rounding. */
  const SLACK = 1

  interface Box {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }

  const problems: string[] = []
  const nameOf = (element: Element): string => {
    const text =
      element.getAttribute('aria-label') ??
      (element.textContent || element.querySelector('input')?.ariaLabel || element.outerHTML)
    return `'${text.trim().slice(0, 60)}'`
  }
  const meet = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  })
  const isEmpty = (box: Box) => box.right - box.left <= SLACK || box.bottom - box.top <= SLACK
  /** What ancestors that hide or scroll what sticks out leave of it. */
  const seenOf = (element: Element): Box => {
    let seen: Box = element.getBoundingClientRect()
    let inner: Element = element
    while (getComputedStyle(inner).position !== 'fixed') {
      const outer = inner.parentElement
      if (!outer) break
      if (getComputedStyle(outer).overflowX !== 'visible') {
        seen = meet(seen, outer.getBoundingClientRect())
      }
      inner = outer
    }
    return seen
  }
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    // A pixel: there for screen readers alone.
    if (width <= SLACK || height <= SLACK) return false
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) {
      return false
    }
    return !isEmpty(seenOf(element))
  }
  /** Without its padding, which may be kept free for something else, as that of a tab is. */
  const contentOf = (element: Element): Box => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const { paddingLeft, paddingRight } = getComputedStyle(element)
    return {
      left: left + Number.parseFloat(paddingLeft),
      top,
      right: right - Number.parseFloat(paddingRight),
      bottom,
    }
  }
  /** What it lies in that is above the page. */
  const layerOf = (element: Element): Element | null => {
    let at: Element | null = element
    while (at && getComputedStyle(at).position !== 'fixed') at = at.parentElement
    return at
  }
  const isAbridged = (element: Element): boolean =>
    element.closest('[title]') !== null &&
    [element, ...element.querySelectorAll('*')].some(
      (part) => getComputedStyle(part).textOverflow === 'ellipsis',
    )

  const controls = [...document.querySelectorAll(CONTROLS)]
    // Of a choice the label is what is pressed.
    .filter((each) => !(each.matches('input') && each.closest('label')))
    .filter(isSeen)
  const texts = [...document.querySelectorAll(BARS)]
    .flatMap((bar) => [...bar.querySelectorAll('*')])
    .filter((each) => [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
    .filter((each) => each.closest('[aria-hidden=true]') === null)
    .filter(isSeen)

  for (const each of new Set([...controls, ...texts])) {
    const whole = each.getBoundingClientRect()
    const seen = seenOf(each)
    // A list that is scrolled up and down cuts at its edges. Tabs without room are scrolled to sideways, and in a list.
    const strip = each.closest(':has(> [role=tablist])')
    const isScrolledTo = strip !== null && strip.scrollWidth > strip.clientWidth
    if (isScrolledTo) continue
    const isCut = seen.left > whole.left + SLACK || seen.right < whole.right - SLACK
    if (isCut)
      problems.push(
        `${nameOf(each)} is cut off at the side by ${Math.round(whole.right - seen.right + seen.left - whole.left)} px`,
      )
    if (
      whole.left < -SLACK ||
      whole.right > innerWidth + SLACK ||
      seen.bottom > innerHeight + SLACK
    ) {
      if (!isCut) problems.push(`${nameOf(each)} sticks out of the window`)
    }
    const hasText = each.matches('input, select, textarea') === false
    if (hasText && each.scrollWidth > each.clientWidth + SLACK && each.clientWidth > 0) {
      if (!isAbridged(each)) problems.push(`the text of ${nameOf(each)} does not fit`)
    }
  }
  controls.forEach((one, at) => {
    for (const other of controls.slice(at + 1)) {
      if (one.contains(other) || other.contains(one)) continue
      if (layerOf(one) !== layerOf(other)) continue
      const common = meet(meet(seenOf(one), contentOf(one)), meet(seenOf(other), contentOf(other)))
      if (!isEmpty(common)) problems.push(`${nameOf(one)} and ${nameOf(other)} overlap`)
    }
  })
  return problems
}
