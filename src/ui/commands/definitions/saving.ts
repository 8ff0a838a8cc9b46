import { msg } from '../../../i18n/message.ts'
import { openDialog } from '../../../state/actions/dialogs.ts'
import { saveDocument } from '../../../state/actions/exportDocument.ts'
import { exportEdited } from '../../../state/actions/exportEdited.ts'
import { hasCommands } from '../../../state/commandLog.ts'
import { hasChanges } from '../../../state/drafts.ts'
import { exportColumns } from '../../../state/exporting/exportColumns.ts'
import { withSplitting } from '../../../state/splitting/withSplitting.ts'
import { activeDocument } from '../../../state/store.ts'
import { exportShown } from '../../export/exportShown.ts'
import { canPickSaveFile } from '../../files/filePickers.ts'
import { saveAs } from '../../files/saveAs.ts'
import { isPairingShown, isReady, withDocument } from '../conditions.ts'
import { defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({
  order: 50,
  commands: [
    {
      id: 'saveOrExport',
      label: msg('Save, or export'),
      keys: ['Mod+S'],
      whileTyping: true,
      when: () => isReady() || isPairingShown(),
      run: saveOrExport,
    },
    {
      id: 'save',
      label: msg('Save over the opened file'),
      when: () => activeDocument()?.canSave === true && isReady(),
      run: () => void saveDocument(),
    },
    {
      id: 'saveAs',
      label: msg('Save as…'),
      when: () => canPickSaveFile && isReady(),
      run: () => void saveAs(),
    },
    { id: 'export', label: msg('Export…'), when: isReady, run: () => openDialog('export') },
    {
      id: 'exportEdited',
      label: msg('Export edited lines'),
      when: () => {
        const tab = activeDocument()
        return tab !== undefined && (hasChanges(tab) || hasCommands(tab.key))
      },
      run: withDocument((tab) => void exportEdited(tab.key)),
    },
    {
      id: 'exportColumns',
      label: msg('Export these columns…'),
      when: () => isReady() && (activeDocument()?.facts?.columns.length ?? 0) > 0,
      run: exportColumns,
    },
    {
      id: 'split',
      label: msg('Split into valid files…'),
      when: () => isReady() && activeDocument()?.facts?.holdsResults === false,
      run: withDocument((tab) => void withSplitting(({ openSplit }) => openSplit(tab.key))),
    },
  ],
})

/** In place when there is something to save and the browser can; the export dialog otherwise. */
function saveOrExport(): void {
  const tab = activeDocument()
  const isChanged = tab !== undefined && hasChanges(tab)
  const mustSave = tab?.canSave && canPickSaveFile && isChanged && !isPairingShown()
  if (mustSave) void saveDocument()
  else exportShown()
}
