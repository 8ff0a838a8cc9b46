// A response format of JSON by a schema, without the schema. OpenAI's description asks only for the name, and its
// API "will fall back to disabling structured outputs" (64bit/async-openai#534); vLLM refuses it. For
// /v1/responses the description requires it, and so does the schema here.
import type { PresenceRule } from '../../../formats/defineFormat.ts'
import { msg } from '../../../i18n/message.ts'
import { CHAT_COMPLETIONS } from '../endpoints/urls.ts'

export const absentSchema: PresenceRule = {
  code: 'absent-schema',
  severity: 'warning',
  title: msg('response_format has no schema'),
  message: msg(
    '"body.response_format.json_schema" has no "schema", so the answer may be JSON of any form. Add the schema.',
  ),
  at: ['body', 'response_format', 'json_schema'],
  has: ['name'],
  // Another rule says where a schema belongs that stands right here.
  lacks: ['schema', 'properties', 'type', 'items', 'anyOf', '$ref', 'enum'],
  when: { path: ['url'], is: [CHAT_COMPLETIONS] },
}
