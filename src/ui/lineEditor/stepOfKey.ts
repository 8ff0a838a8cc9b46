// The keys that go to the neighbours of a line while it is read as a transcript.
import type { KeyboardEvent } from 'react'
import { lineLookStore } from '../../state/lineLook.ts'
import { isEditable } from '../controls/isEditable.ts'

const STEPS: Readonly<Record<string, -1 | 1>> = { j: 1, k: -1 }

/** Undefined for other keys, in fields where they are typed, and where the line is not read as a transcript. */
export function stepOfKey(pressed: KeyboardEvent): -1 | 1 | undefined {
  const { key, ctrlKey, metaKey, altKey, target } = pressed
  if (ctrlKey || metaKey || altKey || isEditable(target)) return undefined
  return lineLookStore.getState().look === 'transcript' ? STEPS[key.toLowerCase()] : undefined
}
