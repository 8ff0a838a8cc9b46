// Azure OpenAI.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { readUrl } from '../openai/endpoints/readUrl.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const AZURE: Provider = { id: 'azure', name: verbatim('Azure OpenAI') }

export const dialect = defineDialect({
  id: 'azure',
  isUrl: (url) =>
    /\.azure\.com\//i.test(url) ||
    /^\/?(?:openai\/)?deployments\//.test(url) ||
    readUrl(url)?.fault === 'no-version',
})
