import { msg } from '../../../i18n/message.ts'
import { openDialog } from '../../../state/actions/dialogs.ts'
import { setRaw, setView } from '../../../state/actions/lines.ts'
import { reverseOrder, sortAgain, unsortRows } from '../../../state/sorting/sorting.ts'
import { activeDocument } from '../../../state/store.ts'
import { hasDocument, isReady, withDocument } from '../conditions.ts'
import { toggleFieldsPanel } from '../../controls/toggleFieldsPanel.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 70,
  commands: [
    {
      id: 'showAll',
      label: msg('Show all lines'),
      when: hasDocument,
      run: () => setView({ kind: 'all' }),
    },
    {
      id: 'showInvalid',
      label: msg('Show invalid lines'),
      when: hasDocument,
      run: () => setView({ kind: 'invalid' }),
    },
    {
      id: 'showWarnings',
      label: msg('Show lines with warnings'),
      when: hasDocument,
      run: () => setView({ kind: 'warnings' }),
    },
    {
      id: 'showAttention',
      label: msg('Show lines that need attention'),
      when: () => (activeDocument()?.facts?.attention ?? 0) > 0,
      run: () => setView({ kind: 'attention' }),
    },
    {
      id: 'showEdited',
      label: msg('Show edited lines'),
      when: hasDocument,
      run: () => setView({ kind: 'edited' }),
    },
    {
      id: 'fields',
      label: msg('Show which fields the lines have'),
      when: hasDocument,
      run: toggleFieldsPanel,
    },
    {
      id: 'columns',
      label: msg('Choose columns'),
      when: hasDocument,
      run: () => openDialog('columns'),
    },
    {
      id: 'reverseOrder',
      label: msg('Reverse the order of the lines'),
      when: isReady,
      run: () => void reverseOrder(),
    },
    {
      id: 'sortAgain',
      label: msg('Sort the lines again'),
      when: () => hasDocument() && activeDocument()?.facts?.order !== undefined,
      run: () => void sortAgain(),
    },
    {
      id: 'fileOrder',
      label: msg('Show the lines in the order of the file'),
      when: () => hasDocument() && activeDocument()?.facts?.order !== undefined,
      run: () => void unsortRows(),
    },
    {
      id: 'raw',
      label: msg('Show lines as raw text, or as columns'),
      when: hasDocument,
      run: withDocument((tab) => setRaw(!tab.isRaw)),
    },
  ],
})
