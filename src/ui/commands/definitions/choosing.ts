import { msg } from '../../../i18n/message.ts'
import {
  chooseLines,
  chosenCount,
  copyChosen,
  deleteChosen,
  duplicateChosen,
  exportChosen,
  forgetChoice,
} from '../../../state/actions/chosenLines.ts'
import { activeDocument } from '../../../state/store.ts'
import { hasDocument, isReady, withDocument } from '../conditions.ts'
import { defineCommands } from '../defineCommands.ts'

// Their keys are those of the table, which handles them while it has the focus.
export const commands = defineCommands({
  order: 45,
  commands: [
    {
      id: 'chooseAll',
      label: msg('Choose all lines that are shown'),
      when: hasDocument,
      run: withDocument(({ view }) => void chooseLines({ kind: 'all', view })),
    },
    {
      id: 'chooseOpenLine',
      label: msg('Choose the open line, or leave it out'),
      when: () => hasDocument() && activeDocument()?.selection !== undefined,
      run: withDocument(({ selection }) => {
        if (!selection) return
        const row = { id: selection.id, row: selection.index }
        void chooseLines({ kind: 'toggle', view: { kind: 'all' }, row })
      }),
    },
    { id: 'chooseNone', label: msg('Choose no lines'), when: hasChoice, run: forgetChoice },
    {
      id: 'deleteChosen',
      label: msg('Delete the chosen lines'),
      when: canChange,
      run: () => void deleteChosen(),
    },
    {
      id: 'duplicateChosen',
      label: msg('Duplicate the chosen lines'),
      when: canChange,
      run: () => void duplicateChosen(),
    },
    {
      id: 'copyChosen',
      label: msg('Copy the chosen lines'),
      when: hasChoice,
      run: () => void copyChosen(),
    },
    {
      id: 'exportChosen',
      label: msg('Export the chosen lines'),
      when: canChange,
      run: exportChosen,
    },
  ],
})

function hasChoice(): boolean {
  return hasDocument() && chosenCount() > 0
}

function canChange(): boolean {
  return isReady() && chosenCount() > 0
}
