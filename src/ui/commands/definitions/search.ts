import { flushSync } from 'react-dom'
import { msg } from '../../../i18n/message.ts'
import { closeDrawer, showMatches } from '../../../state/actions/lines.ts'
import { hasMatches, nextMatch } from '../../../state/actions/matches.ts'
import { clearSearch } from '../../../state/actions/search.ts'
import { withPairing } from '../../../state/pairing/withPairing.ts'
import { activeDocument } from '../../../state/store.ts'
import { focusGoToLine, focusPairSearch, focusSearch } from '../../controls/focusField.ts'
import { ONE_COLUMN } from '../../controls/useMedia.ts'
import { hasDocument, isPairingShown } from '../conditions.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 30,
  commands: [
    {
      id: 'search',
      label: msg('Search'),
      keys: ['Mod+F'],
      whileTyping: true,
      when: () => activeDocument() !== undefined,
      run: goToSearch,
    },
    {
      id: 'nextMatch',
      label: msg('Next match'),
      keys: ['F3'],
      whileTyping: true,
      when: hasDocument,
      run: () => goToMatch(1),
    },
    {
      id: 'previousMatch',
      label: msg('Previous match'),
      keys: ['Shift+F3'],
      whileTyping: true,
      when: hasDocument,
      run: () => goToMatch(-1),
    },
    {
      id: 'showMatches',
      label: msg('Show matching lines'),
      when: hasSearch,
      run: () => showMatches(),
    },
    {
      id: 'clearSearch',
      label: msg('Clear search'),
      when: hasSearch,
      run: () => void clearSearch(),
    },
    {
      id: 'goToLine',
      label: msg('Go to line'),
      keys: ['Mod+G'],
      whileTyping: true,
      when: hasDocument,
      run: () => {
        uncoverLines()
        focusGoToLine()
      },
    },
  ],
})

function goToSearch(): void {
  if (!isPairingShown()) {
    uncoverLines()
    focusSearch()
  } else if (isOneColumn()) {
    void withPairing((pairing) => {
      flushSync(pairing.closePairDrawer)
      focusPairSearch()
    })
  } else focusPairSearch()
}

/** Where the drawer covers the fields above the table it gives way. What was typed in it stays. */
function uncoverLines(): void {
  if (isOneColumn()) flushSync(closeDrawer)
}

function isOneColumn(): boolean {
  return window.matchMedia(ONE_COLUMN).matches
}

/** With nothing to search for, it is asked for. */
function goToMatch(direction: -1 | 1): void {
  if (hasSearch()) void nextMatch(direction)
  else goToSearch()
}

function hasSearch(): boolean {
  const tab = activeDocument()
  return hasDocument() && tab !== undefined && hasMatches(tab)
}
