// The way to the screen on which a batch is made. What can be done there is done there.
import { msg } from '../../../i18n/message.ts'
import { openNewBatch } from '../../../state/newBatch/openNewBatch.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 12,
  commands: [{ id: 'newBatch', label: msg('New batch'), run: openNewBatch }],
})
