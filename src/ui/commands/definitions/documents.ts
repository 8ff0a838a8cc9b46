import { msg } from '../../../i18n/message.ts'
import {
  activateDocument,
  activateNextDocument,
  closeDocument,
} from '../../../state/actions/documents.ts'
import { store } from '../../../state/store.ts'
import { hasDocument, withDocument } from '../conditions.ts'
import { type Command, defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 90,
  commands: [
    {
      id: 'nextDocument',
      label: msg('Next document'),
      when: () => store.getState().documents.length > 1,
      run: () => activateNextDocument(1),
    },
    {
      id: 'closeDocument',
      label: msg('Close the document'),
      when: hasDocument,
      run: withDocument((tab) => closeDocument(tab.key)),
    },
  ],
  forEach: otherDocuments,
})

/** While a pairing is shown, none of them is in front. */
function otherDocuments(): readonly Command[] {
  const { documents, activeKey, isPairingShown } = store.getState()
  return documents
    .filter((tab) => isPairingShown || tab.key !== activeKey)
    .map((tab) => ({
      id: `document:${tab.key}`,
      label: msg('Go to {name}', { name: tab.name }),
      run: () => activateDocument(tab.key),
    }))
}
