// The ways to the screen on which a batch is made. What can be done there is done there.
import { msg } from '../../../i18n/message.ts'
import { openNewBatch } from '../../../state/newBatch/openNewBatch.ts'
import { withNewBatch } from '../../../state/newBatch/withNewBatch.ts'
import { isReady } from '../conditions.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 12,
  commands: [
    { id: 'newBatch', label: msg('New batch'), run: openNewBatch },
    {
      id: 'useAsTemplate',
      label: msg('Use as a template'),
      when: isReady,
      run: () => void withNewBatch(({ takeActiveDocument }) => takeActiveDocument()),
    },
  ],
})
