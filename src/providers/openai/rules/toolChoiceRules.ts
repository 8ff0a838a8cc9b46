// Which tool a request is to call, and whether there is one. Both endpoints were asked in 2026-04 (the tables
// of vllm-project/vllm#40311 and #40399); chats again in 2026-09. Chat completions refuse "tool_choice",
// "parallel_tool_calls" and an empty "tools" without tools; /v1/responses take them, but for a choice that needs
// a tool: "Tool choice 'function' not found in 'tools' parameter."
import type { LineRule, PartialRead } from '../../../formats/defineFormat.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { CHAT_COMPLETIONS, RESPONSES } from '../endpoints/urls.ts'
import { listOf } from './callIds.ts'

const TOOLS: PartialRead = { path: ['body', 'tools'], observes: 'filled' }

const isThere = (value: unknown): boolean => value !== undefined && value !== null

/** A parameter of chats that is only allowed beside tools. */
function aloneRule(code: string, key: string, title: Message, message: Message): LineRule {
  return {
    code,
    severity: 'error',
    title,
    reads: [{ path: ['body', key], observes: 'type' }, TOOLS, ['url']],
    check: ([value, tools, url]) =>
      isThere(value) && !isThere(tools) && url === CHAT_COMPLETIONS
        ? { message, at: 0 }
        : undefined,
  }
}

export const toolChoiceRules: readonly LineRule[] = [
  aloneRule(
    'tool-choice-alone',
    'tool_choice',
    msg('tool_choice without tools'),
    msg(
      '"body.tool_choice" is only allowed beside "tools", and there are none. Add "tools", or remove "tool_choice".',
    ),
  ),
  aloneRule(
    'parallel-calls-alone',
    'parallel_tool_calls',
    msg('parallel_tool_calls without tools'),
    msg(
      '"body.parallel_tool_calls" is only allowed beside "tools", and there are none. Add "tools", or remove "parallel_tool_calls".',
    ),
  ),
  {
    code: 'no-tools',
    severity: 'error',
    title: msg('tools is empty'),
    reads: [TOOLS, ['url']],
    check: ([tools, url]) =>
      Array.isArray(tools) && tools.length === 0 && url === CHAT_COMPLETIONS
        ? {
            message: msg(
              '"body.tools" is an empty array, and chat completions want one tool at least. Add a tool, or remove "tools".',
            ),
            at: 0,
          }
        : undefined,
  },
  {
    code: 'tool-choice-needs-tools',
    severity: 'error',
    title: msg('A call is required, and there are no tools'),
    reads: [
      ['body', 'tool_choice'],
      TOOLS,
      { path: ['body', 'prompt'], observes: 'type' },
      ['url'],
    ],
    check: ([choice, tools, prompt, url]) =>
      choice === 'required' && listOf(tools).length === 0 && !isThere(prompt) && url === RESPONSES
        ? {
            message: msg(
              '"body.tool_choice" is "required", and there is no tool to call. Add "tools", or remove "tool_choice".',
            ),
            at: 0,
          }
        : undefined,
  },
]
