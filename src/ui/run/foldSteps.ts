// Which of the panel's sections is open: one at most. The store says at which step the user is; what is
// pressed here counts until the store leads to another one.
import type { Step } from '../../state/batch/batchStore.ts'

/** `commands`: the same steps for a terminal. */
export type Section = Step | 'commands'

/** What was pressed, and at which step of the store that was. */
export interface OwnFold {
  readonly at: Step
  readonly open: Section | undefined
}

export function openSection(own: OwnFold | undefined, step: Step): Section | undefined {
  return own?.at === step ? own.open : step
}

/** Pressing the open section folds it; `step` is where the store then has to be. */
export function pressSection(
  pressed: Section,
  own: OwnFold | undefined,
  step: Step,
): { readonly own: OwnFold | undefined; readonly step: Step } {
  if (openSection(own, step) === pressed) return { own: { at: step, open: undefined }, step }
  if (pressed === 'commands') return { own: { at: step, open: pressed }, step }
  return { own: undefined, step: pressed }
}
