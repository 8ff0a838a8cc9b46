// The way into the pairing. What can be done in it comes with its code: lazy/pairing.ts.
import { msg } from '../../../i18n/message.ts'
import { withPairing } from '../../../state/pairing/withPairing.ts'
import { activeDocument } from '../../../state/store.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 60,
  commands: [
    {
      id: 'pair',
      label: msg('Pair documents'),
      when: () => activeDocument() !== undefined,
      run: () => void withPairing((pairing) => pairing.pairDocuments()),
    },
  ],
})
