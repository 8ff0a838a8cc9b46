// The keys that go to the neighbours of a line while it is read as a transcript.
import { type RefObject, useEffect, useRef } from 'react'
import { lineLookStore } from '../../state/lineLook.ts'
import { isEditable } from '../controls/isEditable.ts'

const STEPS: Readonly<Record<string, -1 | 1>> = { j: 1, k: -1 }

/** Keys that are pressed in the drawer, its fields apart. */
export function useStepKeys(
  region: RefObject<HTMLElement | null>,
  onStep: (direction: -1 | 1) => void,
): void {
  const latest = useRef(onStep)
  useEffect(() => {
    latest.current = onStep
  })
  useEffect(() => {
    const part = region.current
    if (!part) return undefined
    const handleKey = (press: KeyboardEvent) => {
      const direction = directionOf(press)
      if (direction === undefined) return
      press.preventDefault()
      // The line that has the focus goes with the step; its successor takes the focus from here.
      part.focus()
      latest.current(direction)
    }
    part.addEventListener('keydown', handleKey)
    return () => part.removeEventListener('keydown', handleKey)
  }, [region])
}

function directionOf(press: KeyboardEvent): -1 | 1 | undefined {
  const { key, ctrlKey, metaKey, altKey, isComposing, target } = press
  if (ctrlKey || metaKey || altKey || isComposing || isEditable(target)) return undefined
  return lineLookStore.getState().look === 'transcript' ? STEPS[key.toLowerCase()] : undefined
}
