import { msg } from '../../../i18n/message.ts'
import { goToIssue } from '../../../state/actions/lines.ts'
import { focusTable, isInSidePanel } from '../../controls/focusField.ts'
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
      run: () => void goFromAnywhere(1),
    },
    {
      id: 'previousIssue',
      label: msg('Previous issue'),
      keys: ['Shift+F8'],
      whileTyping: true,
      when: hasDocument,
      run: () => void goFromAnywhere(-1),
    },
  ],
})

/** Whoever goes on from the panel by key is at the line then, as from everywhere else. */
async function goFromAnywhere(direction: -1 | 1): Promise<void> {
  const wasInPanel = isInSidePanel()
  await goToIssue(direction)
  if (wasInPanel && isInSidePanel()) focusTable()
}
