// What was typed in the form, to be had back after something took its place.
import { newBatchStore } from './newBatchStore.ts'
import { suggestModels } from './refresh.ts'
import { setPrompts } from './rows.ts'

/** Remembers the form as it is. What is returned puts it back, with the prompts that were typed. */
export function keepDraft(): () => void {
  const { text, split, endpoint, bodies, idPattern, models, temperatures, repeats } =
    newBatchStore.getState()
  return () => {
    newBatchStore.setState({
      text,
      split,
      endpoint,
      bodies,
      idPattern,
      models,
      temperatures,
      repeats,
    })
    setPrompts({})
    void suggestModels()
  }
}
