// Making lines of whatever the document is.
import { msg } from '../../../i18n/message.ts'
import { openDialog } from '../../../state/actions/dialogs.ts'
import { convertLabel, isMadeOfLines } from '../../../state/conversion/convertLabel.ts'
import { withConversion } from '../../../state/conversion/withConversion.ts'
import { activeDocument } from '../../../state/store.ts'
import { hasDocument, isReady, withDocument } from '../conditions.ts'
import { defineCommands } from '../defineCommands.ts'

const convert = withDocument(
  (tab) => void withConversion(({ convertDocument }) => convertDocument(tab.key)),
)

export const commands = defineCommands({
  order: 55,
  commands: [
    {
      id: 'convert',
      label: convertLabel(false),
      when: () => hasDocument() && !isOfLines(),
      run: convert,
    },
    {
      id: 'convertLines',
      label: convertLabel(true),
      when: () => hasDocument() && isOfLines(),
      run: convert,
    },
    {
      id: 'convertToProvider',
      label: msg('Convert to another provider'),
      when: () => isReady() && activeDocument()?.facts?.holdsResults === false,
      run: withDocument(
        (tab) => void withConversion(({ openTranslation }) => openTranslation(tab.key)),
      ),
    },
    {
      id: 'conversionReport',
      label: msg('Report of the conversion'),
      when: () => hasDocument() && (activeDocument()?.madeOf?.leftOut?.details.length ?? 0) > 0,
      run: () => openDialog('conversionReport'),
    },
  ],
})

function isOfLines(): boolean {
  const tab = activeDocument()
  return tab !== undefined && isMadeOfLines(tab)
}
