// Fireworks.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const FIREWORKS: Provider = { id: 'fireworks', name: verbatim('Fireworks') }

export const dialect = defineDialect({
  id: 'fireworks',
  isModelOfJob: (model) => model.startsWith('accounts/'),
})
