// Its urls may be those of OpenAI since the API v1 (Microsoft’s how-to of 2026-08-14) or, as in older guides and
// here, without a version.
import { msg, verbatim } from '../../i18n/message.ts'
import { defineShape } from '../defineShape.ts'
import { openaiShape } from '../openaiShapes.ts'

export const shape = defineShape(
  openaiShape({
    id: 'azureChat',
    title: msg('Azure OpenAI, chat completions'),
    order: 6,
    provider: 'azure',
    providerName: verbatim('Azure OpenAI'),
    place: verbatim('Azure OpenAI'),
    family: 'chat',
    isDeployment: true,
    examples: [
      '{"custom_id":"r-1","method":"POST","url":"/chat/completions","body":{"model":"batch","messages":[{"role":"user","content":"Hi"}]}}',
    ],
  }),
)
