import { setRaw, setView } from '../../../state/actions/lines.ts'
import { activeDocument } from '../../../state/store.ts'
import { hasDocument, withDocument } from '../conditions.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 70,
  commands: [
    {
      id: 'showAll',
      label: 'Show all lines',
      when: hasDocument,
      run: () => setView({ kind: 'all' }),
    },
    {
      id: 'showInvalid',
      label: 'Show invalid lines',
      when: hasDocument,
      run: () => setView({ kind: 'invalid' }),
    },
    {
      id: 'showWarnings',
      label: 'Show lines with warnings',
      when: hasDocument,
      run: () => setView({ kind: 'warnings' }),
    },
    {
      id: 'showAttention',
      label: 'Show lines that need attention',
      when: () => (activeDocument()?.facts?.attention ?? 0) > 0,
      run: () => setView({ kind: 'attention' }),
    },
    {
      id: 'showEdited',
      label: 'Show edited lines',
      when: hasDocument,
      run: () => setView({ kind: 'edited' }),
    },
    {
      id: 'raw',
      label: 'Show lines as raw text, or as columns',
      when: hasDocument,
      run: withDocument((tab) => setRaw(!tab.isRaw)),
    },
  ],
})
