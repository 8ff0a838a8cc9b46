import { msg } from '../../../i18n/message.ts'
import { cancelReading, reload } from '../../../state/actions/reading.ts'
import { activeDocument } from '../../../state/store.ts'
import { hasDocument, withDocument } from '../conditions.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 80,
  commands: [
    {
      id: 'cancelReading',
      label: msg('Cancel reading'),
      when: () => hasDocument() && activeDocument()?.facts?.state === 'reading',
      run: () => void cancelReading(),
    },
    {
      id: 'reload',
      label: msg('Read the file again from the disk'),
      when: hasDocument,
      run: withDocument((tab) => reload(tab.key)),
    },
  ],
})
