// Which control is asked about: the one that a mouse rests on, that the keyboard came to, or that a finger
// stays on.
import { controlOf, textOf } from './controlText.ts'

export interface AskedControl {
  readonly element: HTMLElement
  readonly text: string
}

/** Milliseconds that a mouse rests, and that a finger stays. */
const REST = 500
const LONG_PRESS = 500

/** Milliseconds after one tooltip during which the next needs no rest: someone reads along a toolbar. */
const READING_ALONG = 300

/** Calls `tell` with the control, and with nothing when no one asks any more. Returns what stops it. */
export function followControls(tell: (asked: AskedControl | undefined) => void): () => void {
  let timer = 0
  let shown: HTMLElement | undefined
  let hiddenAt = -Infinity
  let isLongPress = false
  /** The last key was one that moves the focus. */
  let isWalking = false

  function show(element: HTMLElement): void {
    const text = textOf(element)
    if (!element.isConnected || text === undefined) return
    shown = element
    tell({ element, text })
  }
  function hide(): void {
    clearTimeout(timer)
    if (!shown) return
    shown = undefined
    hiddenAt = performance.now()
    tell(undefined)
  }
  function showAfter(ms: number, element: HTMLElement): void {
    clearTimeout(timer)
    timer = window.setTimeout(() => show(element), ms)
  }

  function handleOver({ target, pointerType }: PointerEvent): void {
    if (pointerType === 'touch') return
    const control = controlOf(target)
    if (control === shown) return
    hide()
    if (!control) return
    showAfter(performance.now() - hiddenAt < READING_ALONG ? 0 : REST, control)
  }
  function handleDown({ target, pointerType }: PointerEvent): void {
    isLongPress = false
    isWalking = false
    hide()
    const control = controlOf(target)
    if (pointerType !== 'touch' || !control) return
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      isLongPress = true
      show(control)
    }, LONG_PRESS)
  }
  function handleUp({ pointerType }: PointerEvent): void {
    if (pointerType === 'touch' && !isLongPress) clearTimeout(timer)
  }
  /** A finger that asked what a control does did not press it. */
  function handleClick(click: MouseEvent): void {
    if (!isLongPress) return
    isLongPress = false
    click.preventDefault()
    click.stopPropagation()
  }
  function handleFocus({ target }: FocusEvent): void {
    hide()
    const control = controlOf(target)
    // Not what a dialog puts the focus on by itself.
    if (control && isWalking) show(control)
  }
  function handleKey({ key }: KeyboardEvent): void {
    isWalking = key === 'Tab' || key.startsWith('Arrow')
    if (key === 'Escape' || key === 'Enter' || key === ' ') hide()
  }

  const stops = [
    listen('pointerover', handleOver),
    listen('pointerdown', handleDown),
    listen('pointerup', handleUp),
    listen('pointercancel', hide),
    listen('click', handleClick),
    listen('focusin', handleFocus),
    listen('focusout', hide),
    listen('keydown', handleKey),
    listen('scroll', hide),
  ]
  return () => {
    hide()
    for (const stop of stops) stop()
  }
}

/** Before anyone else hears of it. */
function listen<Name extends keyof DocumentEventMap>(
  name: Name,
  listener: (event: DocumentEventMap[Name]) => void,
): () => void {
  document.addEventListener(name, listener, { capture: true, passive: false })
  return () => document.removeEventListener(name, listener, { capture: true })
}
