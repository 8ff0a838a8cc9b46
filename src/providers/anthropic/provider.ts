// Anthropic.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { isObject } from '../../json/jsonPath.ts'
import { hasTarget } from '../common/envelope.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const ANTHROPIC: Provider = { id: 'anthropic', name: verbatim('Anthropic') }

export const dialect = defineDialect({
  id: 'anthropic',
  isRequest: (line) =>
    Object.hasOwn(line, 'custom_id') && !hasTarget(line) && isObject(line['params']),
})
