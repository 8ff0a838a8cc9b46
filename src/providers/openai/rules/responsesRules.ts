// Rules about requests of /v1/responses that their schema cannot say.
import type { LineRule, PartialRead } from '../../../formats/defineFormat.ts'
import { RESPONSES } from '../endpoints/urls.ts'
import { msg } from '../../../i18n/message.ts'
import table from '../movingValues/movingValues.json' with { type: 'json' }
import { hasEnded } from './hasEnded.ts'

/** What a request may begin with; null stands for nothing. */
const BEGINNINGS = ['input', 'prompt', 'conversation', 'previous_response_id'] as const

/** By one of which an MCP tool says where its server is; no other tool has a `server_label`. */
const MCP_SERVERS = ['server_url', 'connector_id', 'tunnel_id'] as const

const typeOf = (...path: readonly string[]): PartialRead => ({
  path: ['body', ...path],
  observes: 'type',
})

/** Day on which OpenAI removes stored prompts. */
export const PROMPTS_END = table.kept.ends.prompts.day

export const responsesRules: readonly LineRule[] = [
  {
    code: 'missing:body.input',
    severity: 'error',
    title: msg('{place} is missing', { place: 'body.input' }),
    reads: [
      ['url'],
      { path: ['body', '{}'], observes: { keys: ['messages'] } },
      ...BEGINNINGS.map((key) => typeOf(key)),
    ],
    check([url, keys, ...beginnings]) {
      if (url !== RESPONSES || !Array.isArray(keys)) return undefined
      if (beginnings.some((value) => value !== undefined && value !== null)) return undefined
      // That null is no input is the schema's to say.
      if (beginnings[0] === null) return undefined
      return {
        message: keys.includes('messages')
          ? msg(
              '/v1/responses reads the prompt from "input", and there is none: move "messages" there.',
            )
          : msg('A request to /v1/responses needs "input", and there is none. Add it.'),
        at: 1,
      }
    },
  },
  {
    code: 'conversation-twice',
    severity: 'error',
    title: msg('conversation beside previous_response_id'),
    reads: [['url'], typeOf('conversation'), typeOf('previous_response_id')],
    check([url, conversation, previous]) {
      const isThere = (value: unknown): boolean => value !== undefined && value !== null
      if (url !== RESPONSES || !isThere(conversation) || !isThere(previous)) return undefined
      return {
        message: msg(
          '"body.conversation" and "body.previous_response_id" both say what came before; the API takes one of them. Remove the other.',
        ),
        at: 2,
      }
    },
  },
  {
    // "One of `server_url`, `connector_id`, or `tunnel_id` must be provided", as the description says.
    code: 'mcp-server-missing',
    severity: 'error',
    title: msg('MCP tool without a server'),
    reads: [
      ['url'],
      {
        path: ['body', 'tools', '[]', '{}'],
        observes: { keys: ['server_label', ...MCP_SERVERS] },
      },
    ],
    anyOrder: true,
    apart: 'elements',
    check([url, tools]) {
      if (url !== RESPONSES || !Array.isArray(tools)) return undefined
      const index = tools.findIndex(
        (keys) =>
          Array.isArray(keys) &&
          keys.includes('server_label') &&
          !MCP_SERVERS.some((key) => keys.includes(key)),
      )
      if (index < 0) return undefined
      return {
        message: msg(
          'Tool {position, number} does not say where its MCP server is. Add "server_url", "connector_id" or "tunnel_id".',
          { position: index + 1 },
        ),
        at: 1,
        inside: [index],
      }
    },
  },
  {
    code: 'nested-text-format',
    severity: 'error',
    title: msg('Format is written as for chat completions'),
    reads: [
      ['url'],
      { path: ['body', 'text', 'format', '{}'], observes: { keys: ['json_schema'] } },
    ],
    replaces: [
      'missing:body.text.format.name',
      'missing:body.text.format.schema',
      'unknown-key:body.text.format.json_schema',
    ],
    check([url, keys]) {
      if (url !== RESPONSES || !Array.isArray(keys) || !keys.includes('json_schema')) {
        return undefined
      }
      return {
        message: msg(
          'In /v1/responses the name and the schema stand beside "type" in "text.format", not inside "json_schema". Move them out.',
        ),
        at: 1,
      }
    },
  },
  {
    code: 'stored-prompt-ended',
    severity: 'error',
    title: msg('Stored prompts have ended'),
    reads: [['url'], typeOf('prompt')],
    check: ([url, prompt]) =>
      hasEnded(PROMPTS_END) && isStoredPrompt(url, prompt)
        ? {
            message: msg(
              'OpenAI removed stored prompts on {day}, so this request will fail. Write the prompt into "input" and "instructions".',
              { day: PROMPTS_END },
            ),
            at: 1,
          }
        : undefined,
  },
  {
    code: 'stored-prompt-ends',
    severity: 'warning',
    title: msg('Stored prompts end'),
    reads: [['url'], typeOf('prompt')],
    check: ([url, prompt]) =>
      !hasEnded(PROMPTS_END) && isStoredPrompt(url, prompt)
        ? {
            message: msg(
              'OpenAI removes stored prompts on {day}; a batch that ends later will fail. Write the prompt into "input" and "instructions".',
              { day: PROMPTS_END },
            ),
            at: 1,
          }
        : undefined,
  },
]

function isStoredPrompt(url: unknown, prompt: unknown): boolean {
  return url === RESPONSES && typeof prompt === 'object' && prompt !== null
}
