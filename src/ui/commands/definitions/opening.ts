import { msg } from '../../../i18n/message.ts'
import { chooseFiles } from '../../files/chooseFiles.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 10,
  commands: [
    {
      id: 'open',
      label: msg('Open files'),
      keys: ['Mod+O'],
      whileTyping: true,
      run: () => void chooseFiles(),
    },
  ],
})
