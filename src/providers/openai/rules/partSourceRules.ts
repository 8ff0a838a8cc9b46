// Images and files in a prompt that do not say where their content is, or say it twice. Recorded answers, status 400:
// - input_image with neither source: "Missing mutually exclusive parameters: 'items[0].content[1]'. Ensure you are
//   providing exactly one of: 'file_id' or 'image_url'." (a log of 2026-06-21); with both: cita-777/metapi#619 (2026-09).
// - input_file with data and no name: "Missing required parameter: 'input[1].content[1]'" (laravel/ai#321, 2026-03);
//   with a name beside file_id or file_url: "Mutually exclusive parameters: 'input[0].content[0]'. Ensure you are
//   only providing one of: 'file_id' or 'filename'." (laravel/ai#360, 2026-04, and a note of 2026-08).
// - file of a chat with data and no name: "Missing required parameter: 'messages[1].content[1].file.file_id'."
//   (openai/openai-agents-python#1513, 2025-08; google/adk-python#2862; langchain-ai/langchainjs#9512, 2025-11).
// Of a file with nothing at all no answer was found; the parameter that those answers miss is missing there, too.
import type { JsonPath } from '../../../diagnostics/diagnostic.ts'
import type { LineRule, PartialRead, RuleAnswer } from '../../../formats/defineFormat.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { CHAT_COMPLETIONS, RESPONSES } from '../endpoints/urls.ts'
import { listOf } from './callIds.ts'
import { inItem, inMessage } from './partPlaces.ts'

const KEYS = ['image_url', 'file_id', 'file_data', 'file_url', 'filename'] as const
type Key = (typeof KEYS)[number]

/** Parts stand in a list of lists. */
interface PartPlace {
  readonly url: string
  readonly path: JsonPath
  /** Between the part and the keys. */
  readonly holder?: string
  where(list: number, part: number): Message
}

const PLACES: readonly PartPlace[] = [
  { url: RESPONSES, path: ['body', 'input', '[]', 'content', '[]'], where: inItem },
  { url: RESPONSES, path: ['body', 'input', '[]', 'output', '[]'], where: inItem },
  {
    url: CHAT_COMPLETIONS,
    path: ['body', 'messages', '[]', 'content', '[]'],
    holder: 'file',
    where: inMessage,
  },
]

/** Of each place: the types of its parts, then what each of KEYS is. */
const READS_OF_A_PLACE = 1 + KEYS.length

const READS: readonly (JsonPath | PartialRead)[] = [
  ['url'],
  ...PLACES.flatMap(({ path, holder }): (JsonPath | PartialRead)[] => [
    [...path, 'type'],
    ...KEYS.map(
      (key): PartialRead => ({
        path: [...path, ...(holder === undefined ? [] : [holder]), key],
        observes: 'type',
      }),
    ),
  ]),
]

interface Part {
  readonly type: 'input_image' | 'input_file' | 'file'
  readonly where: Message
  /** Whether the key is there, with something other than null. */
  readonly has: (key: Key) => boolean
}

interface Fault {
  readonly message: Message
  /** The key to point at; the type of the part when absent. */
  readonly at?: Key
}

function rule(code: string, title: Message, faultOf: (part: Part) => Fault | undefined): LineRule {
  return {
    code,
    severity: 'error',
    title,
    reads: READS,
    anyOrder: true,
    apart: 'elements',
    check: (values) => firstAnswer(values, faultOf),
  }
}

function firstAnswer(
  values: readonly unknown[],
  faultOf: (part: Part) => Fault | undefined,
): RuleAnswer | undefined {
  for (const [i, place] of PLACES.entries()) {
    if (values[0] !== place.url) continue
    const first = 1 + i * READS_OF_A_PLACE
    for (const [list, types] of listOf(values[first]).entries()) {
      for (const [part, type] of listOf(types).entries()) {
        if (type !== 'input_image' && type !== 'input_file' && type !== 'file') continue
        if ((type === 'file') !== (place.holder !== undefined)) continue
        const fault = faultOf({
          type,
          where: place.where(list + 1, part + 1),
          has: (key) => {
            const value = listOf(listOf(values[first + 1 + KEYS.indexOf(key)])[list])[part]
            return value !== undefined && value !== null
          },
        })
        if (!fault) continue
        const at = fault.at === undefined ? first : first + 1 + KEYS.indexOf(fault.at)
        return { message: fault.message, at, inside: [list, part] }
      }
    }
  }
  return undefined
}

export const partSourceRules: readonly LineRule[] = [
  rule('image-part-without-source', msg('Part names no image'), ({ type, where, has }) =>
    type !== 'input_image' || has('image_url') || has('file_id')
      ? undefined
      : {
          message: msg(
            '{where} has neither "image_url" nor "file_id", and the API asks for one of them. Add the image, or remove the part.',
            { where },
          ),
        },
  ),
  rule('image-part-two-sources', msg('Part names two images'), ({ type, where, has }) =>
    type === 'input_image' && has('image_url') && has('file_id')
      ? {
          message: msg('{where} has both "image_url" and "file_id". Keep one of them.', { where }),
          at: 'file_id',
        }
      : undefined,
  ),
  rule('file-part-without-source', msg('Part names no file'), ({ type, where, has }) => {
    if (type === 'input_image' || has('file_id') || has('file_data') || has('file_url')) {
      return undefined
    }
    return {
      message:
        type === 'file'
          ? msg(
              '{where} is a file without its content. Add "file_id", or "file_data" with "filename".',
              { where },
            )
          : msg(
              '{where} is a file without its content. Add "file_id", "file_url", or "file_data" with "filename".',
              { where },
            ),
    }
  }),
  rule('file-part-without-name', msg('Content of a file without its name'), (part) =>
    part.type === 'input_image' ||
    !part.has('file_data') ||
    part.has('filename') ||
    part.has('file_id') ||
    part.has('file_url')
      ? undefined
      : {
          message: msg(
            '{where} has "file_data" and no "filename", and the API refuses the one without the other. Add the name, such as "report.pdf".',
            { where: part.where },
          ),
          at: 'file_data',
        },
  ),
  rule('file-part-name-beside', msg('Name beside a file that has one'), (part) => {
    if (part.type !== 'input_file' || !part.has('filename')) return undefined
    const key = (['file_id', 'file_url'] as const).find((each) => part.has(each))
    if (key === undefined || part.has('file_data')) return undefined
    return {
      message: msg(
        '{where} has "filename" beside "{key}", and the API takes a name only with "file_data". Remove it.',
        { where: part.where, key },
      ),
      at: 'filename',
    }
  }),
]
