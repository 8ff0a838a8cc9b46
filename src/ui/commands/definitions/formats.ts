import { msg } from '../../../i18n/message.ts'
import { setFormat } from '../../../state/actions/documents.ts'
import { activeDocument, store } from '../../../state/store.ts'
import { isReady } from '../conditions.ts'
import { type Command, defineCommands } from '../defineCommands.ts'

export const commands = defineCommands({ order: 85, commands: [], forEach: otherFormats })

function otherFormats(): readonly Command[] {
  const formats = isReady() ? (store.getState().catalogue?.formats ?? []) : []
  const formatId = activeDocument()?.facts?.formatId
  return formats
    .filter((format) => format.id !== formatId)
    .map((format) => ({
      id: `format:${format.id}`,
      label: msg('Validate as {title}', { title: format.title }),
      run: () => void setFormat(format.id),
    }))
}
