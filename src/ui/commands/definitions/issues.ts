import { msg } from '../../../i18n/message.ts'
import { goToIssue } from '../../../state/actions/lines.ts'
import { hasDocument } from '../conditions.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 20,
  commands: [
    {
      id: 'nextIssue',
      label: msg('Next issue'),
      keys: ['F8'],
      whileTyping: true,
      when: hasDocument,
      run: () => void goToIssue(1),
    },
    {
      id: 'previousIssue',
      label: msg('Previous issue'),
      keys: ['Shift+F8'],
      whileTyping: true,
      when: hasDocument,
      run: () => void goToIssue(-1),
    },
  ],
})
