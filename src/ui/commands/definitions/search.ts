import { setView } from '../../../state/actions/lines.ts'
import { nextMatch } from '../../../state/actions/matches.ts'
import { clearSearch } from '../../../state/actions/search.ts'
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
    {
      id: 'nextMatch',
      label: 'Next match',
      keys: ['F3'],
      whileTyping: true,
      when: hasDocument,
      run: () => goToMatch(1),
    },
    {
      id: 'previousMatch',
      label: 'Previous match',
      keys: ['Shift+F3'],
      whileTyping: true,
      when: hasDocument,
      run: () => goToMatch(-1),
    },
    {
      id: 'showMatches',
      label: 'Show matching lines',
      when: hasSearch,
      run: () => setView({ kind: 'matches' }),
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

/** With nothing to search for, it is asked for. */
function goToMatch(direction: -1 | 1): void {
  if (hasSearch()) void nextMatch(direction)
  else focusSearch()
}

function hasSearch(): boolean {
  return hasDocument() && activeDocument()?.search.query.text !== ''
}
