// The screen on which a batch is made: open and closed. What is typed in it stays either way.
import { arrive } from '../actions/announce.ts'
import { store } from '../store.ts'

export function openNewBatch(): void {
  store.setState({ isNewBatchShown: true, isPanelOpen: false, dialog: undefined })
  arrive()
}

export function closeNewBatch(): void {
  store.setState({ isNewBatchShown: false })
  arrive()
}
