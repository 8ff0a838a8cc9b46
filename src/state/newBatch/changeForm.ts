// Changes of the form. Each is seen in the preview.
import { type FormField, readBody, rewriteBody } from '../../templates/forms/bodyForm.ts'
import { carriedOver } from '../../templates/forms/endpointForms.ts'
import { bodyTextOf } from './formTemplate.ts'
import { newBatchStore, type NewBatchState } from './newBatchStore.ts'
import { refreshSoon, suggestModels } from './refresh.ts'

/** Takes along what the fields have, where the endpoint was not looked at before. */
export function setEndpoint(endpoint: string): void {
  newBatchStore.setState((state) => ({
    endpoint,
    bodies: {
      ...state.bodies,
      [endpoint]:
        state.bodies[endpoint] ?? carriedOver(state.endpoint, bodyTextOf(state), endpoint),
    },
  }))
  refreshSoon()
  void suggestModels()
}

export function setBodyText(text: string): void {
  newBatchStore.setState(({ bodies, endpoint }) => ({ bodies: { ...bodies, [endpoint]: text } }))
  refreshSoon()
}

/** Nothing happens while the body is no JSON: the field is then not shown. */
export function setField(field: FormField, text: string): void {
  const before = bodyTextOf(newBatchStore.getState())
  const body = readBody(before)
  if (body) setBodyText(rewriteBody(before, body, field.write(body, text)))
}

export function changeForm(
  part: Partial<
    Pick<
      NewBatchState,
      'idPattern' | 'isJsonShown' | 'models' | 'temperatures' | 'repeats' | 'random'
    >
  >,
): void {
  newBatchStore.setState(part)
  refreshSoon()
}
