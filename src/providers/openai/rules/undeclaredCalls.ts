// Calls in an example of tools that its list of tools does not have: the model would learn to call what is not there.
// OpenAI's guide shows both together; what its check of training files answers was not found, so it is a warning.
import type { LineRule } from '../../../formats/defineFormat.ts'
import { msg } from '../../../i18n/message.ts'
import { listOf } from './callIds.ts'

export const undeclaredCallRule: LineRule = {
  code: 'undeclared-call',
  severity: 'warning',
  title: msg('Call of a tool that is not in tools'),
  reads: [
    {
      path: ['messages', '[]', 'tool_calls', '[]', 'function', 'name'],
      observes: { link: { role: 'uses' } },
    },
    { path: ['tools', '[]', 'function', 'name'], observes: { link: { role: 'declares' } } },
    { path: ['tools'], observes: 'type' },
  ],
  anyOrder: true,
  check([calls, names, tools]) {
    if (!Array.isArray(tools)) return undefined
    const declared = new Set(listOf(names))
    for (const [message, called] of listOf(calls).entries()) {
      for (const [call, name] of listOf(called).entries()) {
        if (typeof name !== 'string' || declared.has(name)) continue
        return {
          message: msg(
            'Message {position, number} calls the tool {name}, which "tools" does not have. Add it there, or correct the name.',
            { position: message + 1, name: JSON.stringify(name) },
          ),
          at: 0,
          inside: [message, call],
        }
      }
    }
    return undefined
  },
}
