// What a drawer lies in: at the right of a table, or over it where there is little room. Its width is
// changed at its edge, by dragging or by keys, and remembered. The bounds are in the style sheet.
import {
  type CSSProperties,
  type JSX,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
} from 'react'
import { msg } from '../../i18n/message.ts'
import { setDrawerWidth } from '../../state/actions/drawerWidth.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import type { DrawerKind } from '../../state/store.ts'
import styles from './DrawerFrame.module.css'

/** CSS pixels. */
const KEY_STEP = 16

interface DrawerFrameProps {
  readonly kind: DrawerKind
  /** Of its edge, for screen readers: 'Width of …'. */
  readonly label: string
  readonly children: ReactNode
}

export function DrawerFrame({ kind, label, children }: DrawerFrameProps): JSX.Element {
  const { t } = useTranslator()
  const chosen = useApp((state) => state.drawerWidths[kind])
  const frame = useRef<HTMLDivElement>(null)
  const edge = useRef<HTMLDivElement>(null)
  /** Where the drag began: pointer and width then. */
  const drag = useRef<{ readonly x: number; readonly width: number } | undefined>(undefined)
  useEffect(() => {
    if (frame.current && edge.current) return tellWidth(frame.current, edge.current)
    return undefined
  }, [])

  const handleDown = (down: PointerEvent<HTMLElement>) => {
    down.preventDefault()
    down.currentTarget.setPointerCapture(down.pointerId)
    drag.current = { x: down.clientX, width: widthOf(frame.current) }
  }
  const handleMove = (move: PointerEvent<HTMLElement>) => {
    const start = drag.current
    // Draws nothing of React's again until it ends.
    if (start) askWidth(frame.current, start.width + start.x - move.clientX)
  }
  const handleEnd = () => {
    if (drag.current && widthOf(frame.current) !== drag.current.width) {
      setDrawerWidth(kind, widthOf(frame.current))
    }
    drag.current = undefined
  }
  const handleKey = (press: KeyboardEvent<HTMLElement>) => {
    const wanted = widthAfter(press.key, widthOf(frame.current))
    if (wanted === undefined) return
    press.preventDefault()
    press.stopPropagation()
    askWidth(frame.current, wanted)
    // What the bounds made of it.
    setDrawerWidth(kind, widthOf(frame.current))
  }
  const style = chosen === undefined ? {} : { '--chosen': `${chosen}px` }
  return (
    <div ref={frame} className={styles['frame']} data-kind={kind} style={style as CSSProperties}>
      {/* A separator that can be moved is a widget, which the rule does not know. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div
        ref={edge}
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={chosen ?? 0}
        aria-valuemin={0}
        tabIndex={0}
        className={styles['edge']}
        title={t(msg('Drag to change the width, double-click for the usual one'))}
        onPointerDown={handleDown}
        onPointerMove={handleMove}
        onPointerUp={handleEnd}
        onPointerCancel={handleEnd}
        onKeyDown={handleKey}
        onDoubleClick={() => {
          frame.current?.style.removeProperty('--chosen')
          setDrawerWidth(kind, undefined)
        }}
      />
      {children}
    </div>
  )
}

/** Keeps the value of the edge true, whoever changes the width; the returned function stops. */
function tellWidth(frame: HTMLElement, edge: HTMLElement): () => void {
  const observer = new ResizeObserver(() => {
    edge.ariaValueNow = String(widthOf(frame))
    edge.ariaValueMax = String(window.innerWidth)
  })
  observer.observe(frame)
  return () => observer.disconnect()
}

function askWidth(frame: HTMLElement | null, px: number): void {
  frame?.style.setProperty('--chosen', `${Math.round(px)}px`)
}

function widthOf(frame: HTMLElement | null): number {
  return Math.round(frame?.getBoundingClientRect().width ?? 0)
}

/** The drawer is at the right: its edge moves to the left as it gets wider. */
function widthAfter(key: string, width: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return width + KEY_STEP
    case 'ArrowRight':
      return width - KEY_STEP
    case 'Home':
      return 0
    case 'End':
      return window.innerWidth
    default:
      return undefined
  }
}
