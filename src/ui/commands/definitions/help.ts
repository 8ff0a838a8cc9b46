import { copyDetails } from '../../../state/actions/copyDetails.ts'
import { openDialog } from '../../../state/actions/dialogs.ts'
import { clearResultCache } from '../../../state/actions/resultCache.ts'
import { store } from '../../../state/store.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 100,
  commands: [
    {
      id: 'commands',
      label: 'All commands',
      keys: ['Mod+K'],
      whileTyping: true,
      // The palette does not offer itself.
      when: () => store.getState().dialog !== 'commands',
      run: () => openDialog('commands'),
    },
    { id: 'keys', label: 'Keyboard shortcuts', keys: ['?'], run: () => openDialog('keys') },
    { id: 'clearCache', label: 'Clear cache', run: () => void clearResultCache() },
    { id: 'speed', label: 'Measure speed', run: () => openDialog('speed') },
    {
      id: 'copyDetails',
      label: 'Copy details for a report: version, browser, counts',
      run: () => void copyDetails(),
    },
  ],
})
