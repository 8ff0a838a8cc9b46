// Amazon Bedrock.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { isObject } from '../../json/jsonPath.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const BEDROCK: Provider = { id: 'bedrock', name: verbatim('Amazon Bedrock') }

export const dialect = defineDialect({
  id: 'bedrock',
  // Of a broken line, too: by both of its keys.
  isRequest: (line) =>
    isObject(line['modelInput']) ||
    (Object.hasOwn(line, 'recordId') && Object.hasOwn(line, 'modelInput')),
})
