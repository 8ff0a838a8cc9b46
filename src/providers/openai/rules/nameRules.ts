// Names that are sent to the API within a request. Recorded: 400 "string does not match pattern.
// Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'", for schemas and for tools.
import { isBrokenName, isNameText } from '../../../base/textMarks.ts'
import type { JsonPath } from '../../../diagnostics/diagnostic.ts'
import type { LineRule, RuleAnswer } from '../../../formats/defineFormat.ts'
import { msg } from '../../../i18n/message.ts'
import { CHAT_COMPLETIONS, RESPONSES } from '../endpoints/urls.ts'
import { listOf } from './callIds.ts'

const SCHEMA_NAMES: readonly JsonPath[] = [
  ['body', 'response_format', 'json_schema', 'name'],
  ['body', 'text', 'format', 'name'],
]

/** Tools of /v1/responses: names of functions stand in them. Those of other kinds are free. */
const FLAT_TOOLS: JsonPath = ['body', 'tools', '[]']

const TOOL_NAMES: readonly JsonPath[] = [
  ['body', 'tools', '[]', 'function', 'name'],
  ['body', 'functions', '[]', 'name'],
]

export const nameRules: readonly LineRule[] = [
  {
    code: 'schema-name-characters',
    severity: 'error',
    title: msg('Schema name not allowed'),
    reads: SCHEMA_NAMES.map((path) => ({ path, observes: 'name' })),
    apart: 'reads',
    check(names) {
      const at = names.findIndex(isOddName)
      if (at < 0) return undefined
      return {
        message: msg(
          '{name} is the name of the schema. The API takes only letters from a to z, digits, "_" and "-" there.',
          { name: JSON.stringify(names[at]) },
        ),
        at,
      }
    },
  },
  {
    code: 'tool-name-characters',
    severity: 'error',
    title: msg('Tool name not allowed'),
    reads: [
      ...TOOL_NAMES.map((path) => ({ path, observes: 'name' }) as const),
      { path: [...FLAT_TOOLS, 'name'], observes: 'name' },
      [...FLAT_TOOLS, 'type'],
    ],
    anyOrder: true,
    apart: 'reads',
    check(reads) {
      const types = reads[TOOL_NAMES.length + 1]
      const lists = reads.slice(0, TOOL_NAMES.length)
      const flat = reads[TOOL_NAMES.length]
      lists.push(
        Array.isArray(flat) && Array.isArray(types)
          ? flat.filter((_, i) => types[i] === 'function')
          : undefined,
      )
      const at = lists.findIndex((list) => Array.isArray(list) && list.some(isOddName))
      if (at < 0) return undefined
      const name = (lists[at] as readonly unknown[]).find(isOddName)
      return {
        message: msg(
          '{name} is the name of a tool, and the API takes only letters from a to z, digits, "_" and "-" there. Rename it here and wherever it is called.',
          { name: JSON.stringify(name) },
        ),
        at,
      }
    },
  },
]

/** What calls of tools in the messages are of. */
const CALLED: readonly JsonPath[] = [
  ['body', 'messages', '[]', 'tool_calls', '[]', 'function', 'name'],
  ['body', 'messages', '[]', 'function_call', 'name'],
]

/** Calls in the input of /v1/responses. Names of tools of other kinds are free. */
const CALL_ITEMS: JsonPath = ['body', 'input', '[]']

/**
 * Recorded of `messages[9].tool_calls[0].function.name`, with the pattern above; 2025-05. Of `input[N].name`, as
 * those report it who replace the characters; read on 2026-11-28.
 */
export const calledNameRule: LineRule = {
  code: 'called-name-characters',
  severity: 'error',
  title: msg('Name of a called tool not allowed'),
  reads: [
    ...CALLED.map((path) => ({ path, observes: 'name' }) as const),
    ['url'],
    { path: [...CALL_ITEMS, 'name'], observes: 'name' },
    [...CALL_ITEMS, 'type'],
  ],
  anyOrder: true,
  apart: 'reads',
  check(reads) {
    const url = reads[CALLED.length]
    if (url === RESPONSES) return oddItemName(reads[CALLED.length + 1], reads[CALLED.length + 2])
    if (url !== CHAT_COMPLETIONS) return undefined
    for (const [at, read] of reads.slice(0, CALLED.length).entries()) {
      for (const [element, called] of listOf(read).entries()) {
        const names = Array.isArray(called) ? listOf(called) : [called]
        const place = names.findIndex((name) => name === '' || isOddName(name))
        if (place < 0) continue
        return {
          message: msg(
            'Message {position, number} calls the tool {name}. The API takes only letters from a to z, digits, "_" and "-" there, one at least: give it the name of the tool.',
            { position: element + 1, name: JSON.stringify(names[place]) },
          ),
          at,
          inside: [element, place],
        }
      }
    }
    return undefined
  },
}

function oddItemName(names: unknown, types: unknown): RuleAnswer | undefined {
  const kinds = listOf(types)
  const item = listOf(names).findIndex(
    (name, i) => kinds[i] === 'function_call' && (name === '' || isOddName(name)),
  )
  if (item < 0) return undefined
  return {
    message: msg(
      'Item {position, number} calls the tool {name}. The API takes only letters from a to z, digits, "_" and "-" there, one at least: give it the name of the tool.',
      { position: item + 1, name: JSON.stringify(listOf(names)[item]) },
    ),
    at: CALLED.length + 1,
    inside: [item],
  }
}

function isOddName(name: unknown): boolean {
  return typeof name === 'string' && !isNameText(name)
}

/** Of messages: who speaks. Recorded in 2026-02, github.com/langchain-ai/langchain/issues/35054. */
export const speakerNameRule: LineRule = {
  code: 'speaker-name-characters',
  severity: 'error',
  title: msg('Name of who speaks not allowed'),
  reads: [['url'], { path: ['body', 'messages', '[]', 'name'], observes: 'brokenName' }],
  anyOrder: true,
  apart: 'elements',
  check([url, names]) {
    if (url !== CHAT_COMPLETIONS) return undefined
    const element = listOf(names).findIndex(
      (name) => typeof name === 'string' && (name === '' || isBrokenName(name)),
    )
    if (element < 0) return undefined
    return {
      message: msg(
        'The "name" of message {position, number} is {name}. The API wants one character at least there, no white space, and none of <, |, \\, / and >.',
        { position: element + 1, name: JSON.stringify(listOf(names)[element]) },
      ),
      at: 1,
      inside: [element],
    }
  },
}
