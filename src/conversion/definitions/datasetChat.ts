// Training data from one shape into another: Alpaca, ShareGPT, prompts with completions, questions with
// answers, and the chat messages of OpenAI.
import { msg } from '../../i18n/message.ts'
import { membersOf, readTurns, type Conversation, type Members } from '../chat/readTurns.ts'
import { type ChatShape, writeTurns } from '../chat/writeTurns.ts'
import { defineSource } from '../defineSource.ts'
import { LineOutput } from '../lineOutput.ts'
import { LineSplitter } from '../lineSplitter.ts'

/** Lines of the beginning that are looked at. */
const SAMPLE_LINES = 20
/** The least share of them that have one of the shapes. */
const LEAST_SHARE = 0.8
/** It is a file of JSON Lines already: whatever else recognises it knows better. */
const CERTAINTY = 0.5
/** Chat messages are what most programs take: they are left as they are unless someone asks. */
const CHAT_CERTAINTY = 0.25
/** Names of keys that are told of once they are dropped; a file with more has no keys but values. */
const TOLD_KEYS = 100

export const source = defineSource({
  id: 'datasetChat',
  title: msg('Training data (chat messages, Alpaca, ShareGPT, prompt and completion)'),
  summary: msg('Each record becomes a line with its conversation in the shape that you choose.'),
  options: [
    {
      id: 'into',
      label: msg('Into'),
      kind: 'choice',
      choices: [
        { value: 'chat', label: msg('Chat messages (OpenAI)') },
        { value: 'shareGpt', label: msg('Conversations (ShareGPT)') },
        { value: 'alpaca', label: msg('Instruction, input and output (Alpaca)') },
        { value: 'promptCompletion', label: msg('Prompt and completion') },
        { value: 'questionAnswer', label: msg('Question and answer') },
      ],
      initial: 'chat',
    },
    {
      id: 'keepOthers',
      label: msg('Keep the other keys of a record'),
      kind: 'flag',
      initial: 'yes',
    },
  ],
  decodes: true,
  recognise({ bytes, isWhole, content }) {
    if (content.layout !== 'lines') return undefined
    const lines: string[] = []
    const splitter = new LineSplitter((line) => {
      if (lines.length < SAMPLE_LINES) lines.push(new TextDecoder().decode(line))
    })
    splitter.push(bytes)
    if (isWhole) splitter.finish()
    const written = lines.filter((line) => line.trim() !== '')
    const found = written.flatMap((line) => {
      const record = recordIn(line)
      return record && readTurns(record) ? [record] : []
    })
    if (found.length === 0 || found.length < written.length * LEAST_SHARE) return undefined
    // The one other shape that has a place for several turns.
    return found.every((record) => record.has('messages'))
      ? { certainty: CHAT_CERTAINTY, options: { into: 'shareGpt' } }
      : { certainty: CERTAINTY, options: {} }
  },
  convert(options, sink) {
    const shape = options['into'] as ChatShape
    const keepsOthers = options['keepOthers'] !== 'no'
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    const output = new LineOutput(sink)
    const told = new Set<string>()
    let row = 0
    let hasToldUnusual = false
    const tellDropped = (names: readonly string[], text: string): void => {
      for (const key of names) {
        if (told.has(key) || told.size >= TOLD_KEYS) continue
        told.add(key)
        const reason = msg('The key {key} is dropped, here and in the lines after it.', { key })
        sink.leave({ row, reason, text, isLost: false })
      }
    }
    const splitter = new LineSplitter((bytes) => {
      row++
      const line = decoder.decode(bytes)
      if (line.trim() === '') return
      const text = line.slice(0, 100)
      const record = recordIn(line)
      const conversation = record && readTurns(record)
      const written = conversation && writeTurns(shape, conversation.turns)
      if (!written || 'reason' in written) {
        const reason =
          written?.reason ??
          (record
            ? msg('The record has none of the known shapes.')
            : msg('The line is not a JSON object.'))
        return sink.leave({ row, reason, text, isLost: true })
      }
      if (written.unusual && !hasToldUnusual) {
        hasToldUnusual = true
        sink.leave({ row, reason: written.unusual, text, isLost: false })
      }
      const members = [...written.members]
      const { kept, dropped } = othersOf(record, conversation, members)
      tellDropped(keepsOthers ? dropped : [...kept.keys(), ...dropped], text)
      tellDropped(conversation.dropped ?? [], text)
      if (keepsOthers)
        for (const [key, json] of kept) members.push(`${JSON.stringify(key)}:${json}`)
      output.text(`{${members.join(',')}}\n`)
    })
    return {
      push: (bytes) => splitter.push(bytes),
      finish() {
        splitter.finish()
        output.flush()
      },
      flush: () => output.flush(),
    }
  },
  examples: [
    {
      before:
        '{"instruction":"Translate.","input":"\\u4f60好","output":"Hello","id":1.0}\n{"instruction":"Say hi","input":"","output":"hi"}\n',
      after:
        '{"messages":[{"role":"user","content":"Translate.\\n\\n\\u4f60好"},{"role":"assistant","content":"Hello"}],"id":1.0}\n{"messages":[{"role":"user","content":"Say hi"},{"role":"assistant","content":"hi"}]}\n',
    },
    {
      before:
        '{"system":"Be brief.","conversations":[{"from":"human","value":"a"},{"from":"gpt","value":"b"},{"from":"human","value":"c"}],"n":2}\n\n{"conversations":[{"from":"tool","value":"a"}]}\n{"a":1}\nx',
      options: { keepOthers: 'no' },
      after:
        '{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]}\n',
      left: [
        { row: 1, isLost: false },
        { row: 3, isLost: true },
        { row: 4, isLost: true },
        { row: 5, isLost: true },
      ],
    },
    {
      before:
        '{"prompt":"a","completion":"b"}\n{"question":"a","answer":"b"}\n{"prompt":[{"role":"user","content":"a"}],"completion":[{"role":"assistant","content":"b"}]}\n{"prompt":"a"}\n',
      options: { into: 'shareGpt' },
      after: `${'{"conversations":[{"from":"human","value":"a"},{"from":"gpt","value":"b"}]}\n'.repeat(3)}{"conversations":[{"from":"human","value":"a"}]}\n`,
    },
    // What a turn has besides is told of once.
    {
      before:
        '{"system":"","conversations":[{"from":"human","value":"a"},{"from":"gpt","value":"b","weight":0}]}\n{"conversation":[{"from":"gpt","value":"b","loss":true}]}\n{"conversations":[{"from":"gpt","value":"b","weight":1}]}\n',
      after:
        '{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}\n{"messages":[{"role":"assistant","content":"b"}]}\n{"messages":[{"role":"assistant","content":"b"}]}\n',
      left: [
        { row: 1, isLost: false },
        { row: 2, isLost: false },
      ],
    },
    // Names that every object has are no speakers.
    {
      before:
        '{"conversations":[{"from":"constructor","value":"a"}]}\n{"messages":[{"role":"toString","content":"a"}]}\n{"prompt":"a"}\n',
      options: { into: 'shareGpt' },
      after: '{"conversations":[{"from":"human","value":"a"}]}\n',
      left: [
        { row: 1, isLost: true },
        { row: 2, isLost: true },
      ],
    },
    {
      before:
        '{"messages":[{"role":"system","content":"s"},{"role":"user","content":"a"},{"role":"assistant","content":"b"}],"prompt":"p"}\n{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":null,"tool_calls":[]}]}\n{"messages":[{"role":"user","content":"a"}]}\n',
      options: { into: 'promptCompletion' },
      after: '{"system":"s","prompt":"a","completion":"b"}\n',
      left: [
        { row: 1, isLost: false },
        { row: 1, isLost: false },
        { row: 2, isLost: true },
        { row: 3, isLost: true },
      ],
    },
    // The way back, escapes as they are; several turns, other roles and what is no text have no place.
    {
      before:
        '{"messages":[{"role":"user","content":"\\u4f60"},{"content":"b","role":"assistant"}],"n":1.0}\n{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]}\n{"messages":[{"role":"user","content":[{"type":"image_url"}]},{"role":"assistant","content":"b"}]}\n{"messages":[{"role":"tool","content":"a"},{"role":"assistant","content":"b"}]}\n{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b","weight":0}]}\n',
      options: { into: 'alpaca' },
      after: '{"instruction":"\\u4f60","input":"","output":"b","n":1.0}\n',
      left: [
        { row: 2, isLost: true },
        { row: 3, isLost: true },
        { row: 4, isLost: true },
        { row: 5, isLost: true },
      ],
    },
    {
      before:
        '{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}\n{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":""}]}\n{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b","content":"c"}]}\n',
      options: { into: 'questionAnswer' },
      after: '{"question":"a","answer":"b"}\n',
      left: [
        { row: 2, isLost: true },
        { row: 3, isLost: true },
      ],
    },
  ],
})

/** Undefined for what is not an object of JSON. */
function recordIn(line: string): Members | undefined {
  try {
    JSON.parse(line)
  } catch {
    return undefined
  }
  return line.trimStart().startsWith('{') ? membersOf(line) : undefined
}

/** What did not make the conversation; it cannot be kept under the name of a new member. */
function othersOf(
  record: Members,
  { used }: Conversation,
  members: readonly string[],
): { readonly kept: Members; readonly dropped: readonly string[] } {
  const written = new Set(members.map((member) => member.slice(1, member.indexOf('"', 1))))
  const others = [...record].filter(([key]) => !used.includes(key))
  return {
    kept: new Map(others.filter(([key]) => !written.has(key))),
    dropped: others.flatMap(([key]) => (written.has(key) ? [key] : [])),
  }
}
