// What is done with a row that was pressed: at once, or as soon as its content has been read.
import { useEffect, useRef } from 'react'

/** Does something with a row, and says whether the row was there. */
type Action = () => boolean

/**
 * Returns what takes an action: one whose row is not there is tried again whenever `version` changes, until another is
 * taken or `view` is another, whose rows are others.
 */
export function useWhenThere(version: number, view: unknown): (action: Action) => void {
  const waiting = useRef<{ readonly action: Action; readonly view: unknown }>(undefined)
  useEffect(() => {
    const { current } = waiting
    if (current && (current.view !== view || current.action())) waiting.current = undefined
  }, [version, view])
  return (action) => {
    waiting.current = action() ? undefined : { action, view }
  }
}
