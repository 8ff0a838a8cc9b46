// Documents for component tests, opened as a user would, each with its worker.
import { answerConfirmation } from '../../state/actions/dialogs.ts'
import { closeDocument } from '../../state/actions/documents.ts'
import { openFiles } from '../../state/actions/openDocuments.ts'
import { activeDocument, type DocumentTab, store } from '../../state/store.ts'

/** Opens a text as a file and waits until it is validated. */
export async function openDocument(text: string, name = 'lines.jsonl'): Promise<DocumentTab> {
  openFiles([{ file: new File([text], name) }])
  return until(() => {
    const tab = activeDocument()
    return tab?.name === name && tab.facts?.state === 'ready' ? tab : undefined
  })
}

/** Unsaved work is given up. */
export function closeAllDocuments(): void {
  for (const { key } of store.getState().documents) {
    closeDocument(key)
    if (store.getState().confirmation) answerConfirmation(true)
  }
}

/** The first answer other than undefined, asked again whenever the state changes. */
export async function until<T>(ask: () => T | undefined): Promise<T> {
  for (;;) {
    const answer = ask()
    if (answer !== undefined) return answer
    await new Promise<void>((resolve) => {
      const stop = store.subscribe(() => {
        stop()
        resolve()
      })
    })
  }
}
