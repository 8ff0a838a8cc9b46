// One line that stands for a text in a table.
import { cutText, graphemeStart } from '../base/cutText.ts'
import type { Message, Part } from './conversation.ts'

/** Longest preview, in UTF-16 code units; cells show less. */
const PREVIEW_LENGTH = 200

/** Code units that are looked at for so many words; what is further is taken for more of the same. */
const LOOKED_AT = 4000

/**
 * The text on one line: runs of whitespace become one space, the end is cut with an ellipsis, never
 * inside of a character. Costs no more for a long text than for a short one.
 */
export function previewText(text: string, length = PREVIEW_LENGTH): string {
  const end = graphemeStart(text, LOOKED_AT)
  let line = ''
  let at = 0
  while (at < end && line.length <= length) {
    const from = at
    // What follows the place of a cut says whether it is inside of a character.
    while (at < end && at - from <= length + 1 && !isSpace(text.charCodeAt(at))) at++
    line += text.slice(from, at)
    const word = at
    while (at < end && isSpace(text.charCodeAt(at))) at++
    if (at > word && line !== '') line += ' '
  }
  const whole = line.trimEnd()
  if (whole.length <= length && at === text.length) return whole
  return `${cutText(whole, length).trimEnd()}…`
}

/** As `\s`, which is slow to ask for each character. */
function isSpace(unit: number): boolean {
  return (
    unit === 32 || (unit >= 9 && unit <= 13) || (unit > 127 && /\s/.test(String.fromCharCode(unit)))
  )
}

/**
 * What a conversation is about: its last user message that says something in words, else its last
 * message with words, else what kinds of things are in it. System prompts are the same in every line,
 * so they come last.
 */
export function previewConversation(conversation: readonly Message[]): string {
  const spoken = conversation.filter(({ parts }) => parts.some(hasWords))
  const message = spoken.findLast(({ role }) => role === 'user') ?? spoken.at(-1)
  return previewParts((message ?? conversation.at(-1))?.parts ?? [])
}

export function previewParts(parts: readonly Part[]): string {
  const words: string[] = []
  let length = 0
  for (const part of parts) {
    if (length > PREVIEW_LENGTH) break
    const shown = previewPart(part)
    words.push(shown)
    length += shown.length
  }
  return previewText(words.filter((word) => word !== '').join(' '))
}

function hasWords(part: Part): boolean {
  if (part.kind === 'toolResult') return part.parts.some(hasWords)
  return part.kind === 'text' && /\S/.test(part.text)
}

function previewPart(part: Part): string {
  switch (part.kind) {
    case 'text':
    case 'refusal':
      return previewText(part.text)
    case 'toolCall':
      return `${part.name}(${previewText(part.input)})`
    case 'toolResult':
      return previewParts(part.parts)
    case 'media':
      return `[${part.media}]`
    case 'tokens':
      return `[${part.count} tokens]`
    case 'reasoning':
      return ''
    case 'other':
      return `[${part.type}]`
  }
}
