// Where a place in the text of a textarea is on the screen, which browsers do not say: found in a copy of it that
// is laid out in the same way.

/** What decides where lines break. */
const COPIED = [
  'boxSizing',
  'width',
  'padding',
  'border',
  'font',
  'letterSpacing',
  'tabSize',
  'lineHeight',
] as const

export interface CaretPlace {
  /** Pixels from the padding box of the textarea's border box, its scrolling taken off. */
  readonly left: number
  /** Of the lower end of the line. */
  readonly bottom: number
}

/** `at`: code units. */
export function caretPlace(area: HTMLTextAreaElement, at: number): CaretPlace {
  const copy = document.createElement('div')
  const own = getComputedStyle(area)
  for (const name of COPIED) copy.style[name] = own[name]
  Object.assign(copy.style, {
    position: 'absolute',
    visibility: 'hidden',
    top: '0',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
  })
  copy.textContent = area.value.slice(0, at)
  const mark = document.createElement('span')
  mark.textContent = '\u200b'
  copy.append(mark)
  area.parentElement?.append(copy)
  const { offsetLeft, offsetTop, offsetHeight } = mark
  copy.remove()
  return {
    left: offsetLeft - area.scrollLeft,
    bottom: offsetTop + offsetHeight - area.scrollTop,
  }
}
