// A finger that stays where it is: what a click with Ctrl is to a mouse.
import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'

/** Milliseconds, as phones have it. */
const LONG = 500
/** CSS pixels that a finger may move without being taken for one that scrolls. */
const SLOP = 10

interface Press {
  readonly x: number
  readonly y: number
  readonly timer: ReturnType<typeof setTimeout>
  isLong: boolean
}

interface LongPress {
  readonly handlers: {
    readonly onPointerDown: (down: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (move: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: () => void
    readonly onPointerCancel: () => void
    readonly onContextMenu: (open: MouseEvent<HTMLElement>) => void
  }
  /** Whether the click is the end of a long press, which means nothing more. */
  readonly hasEndedIn: (click: MouseEvent<HTMLElement>) => boolean
}

export function useLongPress(onLongPress: (target: EventTarget) => void): LongPress {
  const press = useRef<Press>(undefined)
  useEffect(() => () => clearTimeout(press.current?.timer), [])
  const stop = (): void => clearTimeout(press.current?.timer)
  return {
    handlers: {
      onPointerDown(down) {
        stop()
        press.current = undefined
        if (down.pointerType !== 'touch' || !down.isPrimary) return
        const { target } = down
        const timer = setTimeout(() => {
          if (press.current) press.current.isLong = true
          onLongPress(target)
        }, LONG)
        press.current = { x: down.clientX, y: down.clientY, timer, isLong: false }
      },
      onPointerMove(move) {
        const { x, y } = press.current ?? { x: move.clientX, y: move.clientY }
        if (Math.hypot(move.clientX - x, move.clientY - y) > SLOP) stop()
      },
      onPointerUp: stop,
      // It scrolls.
      onPointerCancel: stop,
      onContextMenu(open) {
        if (press.current) open.preventDefault()
      },
    },
    hasEndedIn(click) {
      const isEnd = press.current?.isLong === true && click.detail > 0
      press.current = undefined
      return isEnd
    },
  }
}
