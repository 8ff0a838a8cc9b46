// The way into the panel that runs batches. What can be done in it is done there.
import { msg } from '../../../i18n/message.ts'
import { withBatch } from '../../../state/batch/withBatch.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 62,
  commands: [
    {
      id: 'runBatch',
      label: msg('Run batch…'),
      run: () => void withBatch((batch) => batch.openRunPanel()),
    },
  ],
})
