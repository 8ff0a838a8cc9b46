import { msg } from '../../../i18n/message.ts'
import { redo, undo } from '../../../state/actions/edits.ts'
import { withForesight } from '../../../state/foresight/withForesight.ts'
import { activeDocument } from '../../../state/store.ts'
import { closeLineEditor } from '../../lineEditor/closeLineEditor.ts'
import { hasDocument, isReady } from '../conditions.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 40,
  commands: [
    {
      id: 'undo',
      label: msg('Undo'),
      keys: ['Mod+Z'],
      when: () => isReady() && activeDocument()?.facts?.undoLabel !== undefined,
      run: () => void undo(),
    },
    {
      id: 'redo',
      label: msg('Redo'),
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      when: () => isReady() && activeDocument()?.facts?.redoLabel !== undefined,
      run: () => void redo(),
    },
    {
      id: 'renumber',
      label: msg('Renumber ids…'),
      when: () => isReady() && activeDocument()?.facts?.hasIds === true,
      run: () => void withForesight(({ openRenumber }) => openRenumber()),
    },
    {
      id: 'closeDrawer',
      label: msg('Close the line editor'),
      keys: ['Escape'],
      when: () => hasDocument() && activeDocument()?.isDrawerOpen === true,
      run: closeLineEditor,
    },
  ],
})
