// Baidu Qianfan.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const QIANFAN: Provider = { id: 'qianfan', name: verbatim('Baidu Qianfan') }

export const dialect = defineDialect({
  id: 'qianfan',
  isUrl: (url) => /^\/?v2\//.test(url) && !/\/(?:score|rerank|pooling|classify)$/.test(url),
  isModel: (model) => /^ernie-/i.test(model) && !model.includes('/'),
})
