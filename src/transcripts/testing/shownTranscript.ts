// Transcripts as one line of text, for tests.
import type { Part } from '../../pairing/conversation.ts'
import { readTranscript } from '../readTranscript.ts'

/** 'messages: user «Hi» | answer: assistant «Ho» [stop]'. */
export function shown(line: unknown): string {
  const read = readTranscript(typeof line === 'string' ? line : JSON.stringify(line))
  if (read.kind !== 'conversation') return read.kind
  return read.sections
    .map(({ kind, number, messages }) => {
      const said = messages.map(
        ({ role, parts, finishReason }) =>
          `${role} ${parts.map(partText).join(' ')}${finishReason ? ` [${finishReason}]` : ''}`,
      )
      return `${kind}${number ?? ''}: ${said.join(', ')}`
    })
    .join(' | ')
}

/** A part in a few signs. */
export function partText(part: Part): string {
  switch (part.kind) {
    case 'text':
      return `«${part.text}»`
    case 'reasoning':
    case 'refusal':
      return `${part.kind}(${part.text})`
    case 'toolCall':
      return `${part.name}(${part.input})`
    case 'toolResult':
      return `result(${part.parts.map(partText).join(' ')})`
    case 'media':
      return `${part.media}:${part.source.kind}`
    case 'tokens':
      return `tokens(${part.count})`
    case 'other':
      return `other:${part.type}`
  }
}
