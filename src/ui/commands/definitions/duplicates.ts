import { msg } from '../../../i18n/message.ts'
import { withDuplicates } from '../../../state/duplicates/withDuplicates.ts'
import { isReady } from '../conditions.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 65,
  commands: [
    {
      id: 'duplicates',
      label: msg('Find duplicates…'),
      when: isReady,
      run: () => void withDuplicates((duplicates) => duplicates.openDuplicates()),
    },
  ],
})
