import { msg } from '../../../i18n/message.ts'
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
      label: msg('All commands'),
      keys: ['Mod+K'],
      whileTyping: true,
      // The palette does not offer itself.
      when: () => store.getState().dialog !== 'commands',
      run: () => openDialog('commands'),
    },
    { id: 'keys', label: msg('Keyboard shortcuts'), keys: ['?'], run: () => openDialog('keys') },
    { id: 'clearCache', label: msg('Clear cache'), run: () => void clearResultCache() },
    {
      id: 'keptEdits',
      label: msg('Unsaved edits kept on this device'),
      run: () => openDialog('keptEdits'),
    },
    { id: 'speed', label: msg('Measure speed'), run: () => openDialog('speed') },
    {
      id: 'copyDetails',
      label: msg('Copy details for a report: version, browser, counts'),
      run: () => void copyDetails(),
    },
  ],
})
