// The left panel: beside the table where there is room, else over it when asked for.
import { type JSX, type ReactNode, useEffect, useRef } from 'react'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { useApp } from '../../state/hooks.ts'
import styles from './SidePanel.module.css'

interface SidePanelProps {
  /** Its name for screen readers. */
  readonly label: string
  readonly children: ReactNode
}

export function SidePanel({ label, children }: SidePanelProps): JSX.Element {
  const isOpen = useApp((state) => state.isPanelOpen)
  const panel = useRef<HTMLElement>(null)

  useEffect(() => {
    if (!isOpen) return
    const before = document.activeElement
    const element = panel.current
    element?.focus()
    function handleKeyDown(press: KeyboardEvent): void {
      if (press.key !== 'Escape' || press.defaultPrevented) return
      press.preventDefault()
      setPanelOpen(false)
    }
    window.addEventListener('keydown', handleKeyDown, { capture: true })
    return () => {
      window.removeEventListener('keydown', handleKeyDown, { capture: true })
      if (before instanceof HTMLElement && element?.contains(document.activeElement)) {
        before.focus()
      }
    }
  }, [isOpen])

  return (
    <>
      <aside
        aria-label={label}
        ref={panel}
        className={styles['panel']}
        data-open={isOpen || undefined}
        tabIndex={-1}
      >
        {children}
      </aside>
      {isOpen && (
        <div className={styles['backdrop']} aria-hidden onClick={() => setPanelOpen(false)} />
      )}
    </>
  )
}
