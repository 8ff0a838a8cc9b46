// What the drawer says of a pair.
import type { Answer, Embeddings, Moderation } from '../../../pairing/answerReading.ts'
import type { MediaKind, MediaSource } from '../../../pairing/conversation.ts'
import type { TokenCounts } from '../../../pairing/usage.ts'
import { countOf, formatBytes, groupNumber } from '../../../state/formatNumber.ts'
import type { AnswerSide, PairPlace } from '../../../contracts/pairingApi.ts'

const mediaTitles: Readonly<Record<MediaKind, string>> = {
  image: 'Image',
  audio: 'Sound',
  video: 'Video',
  file: 'File',
}

/** 'batch_output.jsonl, line 1,204'. */
export function placeText({ documentName, line }: PairPlace): string {
  return `${documentName}, line ${groupNumber(line)}`
}

/** 'Image, image/png, 34.5 kB': what stands instead of content that is not shown. */
export function mediaText(media: MediaKind, source: MediaSource): string {
  const title = mediaTitles[media]
  switch (source.kind) {
    case 'inline': {
      const type = source.mediaType === undefined ? '' : `, ${source.mediaType}`
      return `${title}${type}, ${formatBytes(source.byteLength)}`
    }
    case 'url':
      return `${title} at an address that is not visited`
    case 'id':
      return `${title} that was uploaded before`
    case 'unknown':
      return `${title}; the line does not say where it is`
  }
}

/** '1,204 prompt (1,024 cached) + 310 completion (128 reasoning) = 1,514'. */
export function usageText(usage: TokenCounts): string {
  const { prompt, cached, cacheWritten, completion, reasoning, total } = usage
  const parts: string[] = []
  if (cached > 0) parts.push(`${groupNumber(cached)} cached`)
  if (cacheWritten > 0) parts.push(`${groupNumber(cacheWritten)} written to the cache`)
  const asked = `${groupNumber(prompt)} prompt${inBrackets(parts)}`
  const thought = reasoning > 0 ? [`${groupNumber(reasoning)} reasoning`] : []
  const answered = `${groupNumber(completion)} completion${inBrackets(thought)}`
  const all = groupNumber(total)
  if (prompt === 0 && completion === 0) return all
  return completion === 0 && total === prompt ? asked : `${asked} + ${answered} = ${all}`
}

function inBrackets(parts: readonly string[]): string {
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

/** '2 embeddings; the first has 1,536 dimensions and the length 1.0000'. */
export function embeddingsText({ count, dimensions, norm }: Embeddings): string {
  const which = count === 1 ? 'It has' : 'The first has'
  const length = Number.isFinite(norm) ? norm.toFixed(4) : String(norm)
  return `${countOf(count, 'embedding')}. ${which} ${countOf(dimensions, 'dimension')} and a norm of ${length}.`
}

export function moderationText({ isFlagged, categories }: Moderation): string {
  if (!isFlagged) return 'Not flagged.'
  return categories.length === 0 ? 'Flagged.' : `Flagged: ${categories.join(', ')}.`
}

/** An answer line as one text, for comparing: its words, or what else it says, or its raw text. */
export function comparedText({ reading, text }: AnswerSide): string {
  if (!reading) return text
  const said = reading.answers.map(answerWords).filter((words) => words !== '')
  if (!reading.isSuccess) {
    said.unshift([reading.errorCode, reading.errorMessage].filter(Boolean).join(': '))
  }
  return said.length === 0 ? text : said.join('\n\n')
}

function answerWords(answer: Answer): string {
  const words = [answer.text, answer.refusal].filter((part) => part !== undefined)
  words.push(...answer.toolCalls.map(({ name, input }) => `${name}(${input})`))
  if (answer.embeddings) words.push(embeddingsText(answer.embeddings))
  if (answer.moderation) words.push(moderationText(answer.moderation))
  return words.join('\n')
}

/** What an answer line came to, in two or three words, for lists. */
export function answerOutcome({ reading, findings }: AnswerSide): string {
  if (!reading) return 'not readable'
  if (!reading.isSuccess) return `failed: ${reading.errorCode ?? 'no code'}`
  return findings.length > 0 ? 'succeeded, not usable' : 'succeeded'
}
