// Mistral.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const MISTRAL: Provider = { id: 'mistral', name: verbatim('Mistral') }

export const dialect = defineDialect({
  id: 'mistral',
})
