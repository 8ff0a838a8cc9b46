// An example fills the whole form, and what was typed can be had back.
import { type Message, msg } from '../../i18n/message.ts'
import { type BatchExample, exampleBody, exampleText } from '../../templates/forms/examples.ts'
import { showMessage } from '../actions/messages.ts'
import { keepDraft } from './draft.ts'
import { newBatchState, newBatchStore } from './newBatchStore.ts'
import { suggestModels } from './refresh.ts'
import { setPrompts } from './rows.ts'

/** `t`: the words of a Message in the language of the reader. */
export function takeExample(example: BatchExample, t: (message: Message) => string): void {
  const giveBack = keepDraft()
  const { endpoint, split, idPattern } = example
  const { models, temperatures, repeats } = newBatchState
  newBatchStore.setState(({ bodies }) => ({
    endpoint,
    bodies: { ...bodies, [endpoint]: exampleBody(example, t) },
    idPattern,
    models,
    temperatures,
    repeats,
  }))
  setPrompts({ text: exampleText(example, t), split })
  void suggestModels()
  showMessage('status', msg('The form is filled with the example. Change anything you like.'), {
    label: msg('Back to what I typed'),
    run: giveBack,
  })
}
