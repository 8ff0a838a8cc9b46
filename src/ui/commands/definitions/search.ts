import { clearSearch, nextMatch } from '../../../state/actions/search.ts'
import { activeDocument } from '../../../state/store.ts'
import { focusGoToLine, focusPairSearch, focusSearch } from '../../table/focusField.ts'
import { hasDocument, isPairingShown } from '../conditions.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 30,
  commands: [
    {
      id: 'search',
      label: 'Search',
      keys: ['Mod+F'],
      whileTyping: true,
      when: () => activeDocument() !== undefined,
      run: () => (isPairingShown() ? focusPairSearch() : focusSearch()),
    },
    { id: 'nextMatch', label: 'Next match', when: hasSearch, run: () => void nextMatch(1) },
    {
      id: 'previousMatch',
      label: 'Previous match',
      when: hasSearch,
      run: () => void nextMatch(-1),
    },
    { id: 'clearSearch', label: 'Clear search', when: hasSearch, run: () => void clearSearch() },
    {
      id: 'goToLine',
      label: 'Go to line',
      keys: ['Mod+G'],
      whileTyping: true,
      when: hasDocument,
      run: focusGoToLine,
    },
  ],
})

function hasSearch(): boolean {
  return hasDocument() && activeDocument()?.search.query.text !== ''
}
