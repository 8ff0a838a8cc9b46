// The tool that a request names is one of its tools. Both endpoints refuse others: see toolChoiceRules.ts.
import type { JsonPath } from '../../../diagnostics/diagnostic.ts'
import type { LineRule, PartialRead } from '../../../formats/defineFormat.ts'
import { msg } from '../../../i18n/message.ts'
import { CHAT_COMPLETIONS, RESPONSES } from '../endpoints/urls.ts'
import { listOf } from './callIds.ts'

const CHOICE: JsonPath = ['body', 'tool_choice']
const TOOLS: JsonPath = ['body', 'tools', '[]']

const USED: readonly JsonPath[] = [
  [...CHOICE, 'function', 'name'],
  [...CHOICE, 'custom', 'name'],
  [...CHOICE, 'name'],
  ['body', 'function_call', 'name'],
  [...CHOICE, 'allowed_tools', 'tools', '[]', 'function', 'name'],
  [...CHOICE, 'allowed_tools', 'tools', '[]', 'custom', 'name'],
  [...CHOICE, 'tools', '[]', 'name'],
]

const DECLARED: readonly JsonPath[] = [
  [...TOOLS, 'function', 'name'],
  [...TOOLS, 'custom', 'name'],
  [...TOOLS, 'name'],
  ['body', 'functions', '[]', 'name'],
]

/** Kinds of tools that go by the names that a request gives them. */
const NAMED: readonly unknown[] = ['function', 'custom']

/** With these a tool may be meant that does not stand in the request itself. */
const HOLDERS: readonly unknown[] = ['namespace', 'tool_search', 'mcp']

/** Choices of a kind of tool that OpenAI runs, by how its kinds begin. */
const HOSTED = [
  'file_search',
  'web_search',
  'computer',
  'image_generation',
  'code_interpreter',
  'programmatic_tool_calling',
  'apply_patch',
  'shell',
  'mcp',
] as const

const linked =
  (role: 'uses' | 'declares') =>
  (path: JsonPath): PartialRead => ({
    path,
    observes: { link: { role } },
  })

/** All places where names of tools stand. */
const NAMES: readonly PartialRead[] = [
  ...USED.map(linked('uses')),
  ...DECLARED.map(linked('declares')),
]

export const chosenToolRules: readonly LineRule[] = [
  {
    // OpenAI takes such requests, as far as is known; Anthropic answers 400: "Tool names must be unique."
    code: 'tool-name-twice',
    severity: 'warning',
    title: msg('Two tools have one name'),
    reads: NAMES,
    anyOrder: true,
    check(reads) {
      const seen = new Set<string>()
      for (const [i, read] of reads.slice(USED.length).entries()) {
        for (const [element, name] of listOf(read).entries()) {
          if (typeof name !== 'string') continue
          if (seen.has(name)) {
            return {
              message: msg(
                '{name} is the name of two tools, so nobody can tell which of them a call is for. Rename or remove one.',
                { name: JSON.stringify(name) },
              ),
              at: USED.length + i,
              inside: [element],
            }
          }
          seen.add(name)
        }
      }
      return undefined
    },
  },
  {
    code: 'chosen-tool-unknown',
    severity: 'error',
    title: msg('Chosen tool is not there'),
    reads: [
      ...NAMES,
      ['url'],
      [...CHOICE, 'type'],
      [...CHOICE, 'tools', '[]', 'type'],
      [...TOOLS, 'type'],
      { path: ['body', 'prompt'], observes: 'type' },
    ],
    anyOrder: true,
    check(reads) {
      const used = reads.slice(0, USED.length)
      const declared = reads.slice(USED.length, USED.length + DECLARED.length)
      const [url, type, types, tools, prompt] = reads.slice(USED.length + DECLARED.length)
      if (url !== CHAT_COMPLETIONS && url !== RESPONSES) return undefined
      if (typeof prompt === 'object' && prompt !== null) return undefined
      const isElsewhere =
        (url === RESPONSES && used[2] !== undefined && !NAMED.includes(type)) ||
        listOf(types).some((each) => !NAMED.includes(each)) ||
        listOf(tools).some((each) => HOLDERS.includes(each))
      if (isElsewhere) return undefined
      const names = new Set(declared.flatMap(listOf))
      const at = used.findIndex((read) => textsOf(read).some((name) => !names.has(name)))
      if (at < 0) return undefined
      const name = textsOf(used[at]).find((each) => !names.has(each))
      return {
        message: msg(
          'The tool to call is {name}, and no tool of the request has that name. Name one that is there, or add it to the tools.',
          { name: JSON.stringify(name) },
        ),
        at,
      }
    },
  },
  {
    // Not recorded: it follows from what is said of functions.
    code: 'chosen-kind-missing',
    severity: 'warning',
    title: msg('No tool of the chosen kind'),
    reads: [
      ['url'],
      [...CHOICE, 'type'],
      [...TOOLS, 'type'],
      { path: ['body', 'prompt'], observes: 'type' },
    ],
    anyOrder: true,
    check([url, type, tools, prompt]) {
      if (url !== RESPONSES || typeof type !== 'string') return undefined
      if (typeof prompt === 'object' && prompt !== null) return undefined
      const kind = HOSTED.find((each) => type.startsWith(each))
      const isThere = (each: unknown): boolean =>
        typeof each === 'string' && kind !== undefined && each.startsWith(kind)
      if (kind === undefined || listOf(tools).some(isThere)) return undefined
      return {
        message: msg(
          'The tool to call is of the kind {type}, and the request has no such tool. Add it to "tools", or choose another.',
          { type: JSON.stringify(type) },
        ),
        at: 1,
      }
    },
  },
]

function textsOf(read: unknown): readonly string[] {
  return [read, ...listOf(read)].filter((each) => typeof each === 'string')
}
