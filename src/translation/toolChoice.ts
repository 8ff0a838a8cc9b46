import type { Chat } from './neutral.ts'
import type { Notes } from './notes.ts'

/** The choice of tools where some are written to choose from; where none are it is left out, and noted. */
export function choiceAmong(
  { toolChoice }: Chat,
  hasTools: boolean,
  notes: Notes,
): Chat['toolChoice'] {
  if (hasTools) return toolChoice
  if (toolChoice) notes.field('tool-choice-dropped', toolChoice.at)
  return undefined
}
