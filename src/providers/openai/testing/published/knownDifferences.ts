// For tests: where our verdicts differ from the published description on purpose, and why.
import {
  CHAT_COMPLETIONS,
  COMPLETIONS,
  EMBEDDINGS,
  IMAGE_EDITS,
  IMAGE_GENERATIONS,
  RESPONSES,
} from '../../endpoints/urls.ts'
import type { Broken } from './breakBody.ts'

interface Milder {
  readonly urls?: readonly string[]
  readonly place: RegExp
  readonly isSo: (broken: Broken) => boolean
  readonly reason: string
}

const isMissing = ({ fault }: Broken): boolean => fault === 'missing'
const isNull = ({ value }: Broken): boolean => value === null
const isMissingOrNull = (broken: Broken): boolean => isMissing(broken) || isNull(broken)
const always = (): boolean => true

/** What is accepted, or a warning, though the description refuses it. */
const MILDER: readonly Milder[] = [
  {
    urls: [RESPONSES],
    place: /(?:^|\.)(?:tools\[\])+\.(?:strict|parameters)$/,
    isSo: isMissing,
    reason: 'the API fills in what a function tool leaves out',
  },
  {
    urls: [RESPONSES],
    place: /^input\[\](?:\.(?:id|status|action|namespace))?$/,
    isSo: isMissingOrNull,
    reason: 'items that came from the API are taken without their id, status and action',
  },
  {
    urls: [RESPONSES],
    place: /^input\[\]\.(?:request_id|call_id)$/,
    isSo: isMissing,
    reason: 'required by the description, which does not say what it is',
  },
  {
    urls: [RESPONSES],
    place: /^tool_choice\.server_label$/,
    isSo: isMissing,
    reason: 'the SDK of November has it without a server, too',
  },
  {
    place: /./,
    isSo: ({ fault, value }) => fault === 'nesting' && !Array.isArray(value),
    reason: 'a key that is not known is a warning, also where the description forbids it',
  },
  {
    urls: [RESPONSES],
    place: /^input\[\]\.(?:role|type)$/,
    isSo: always,
    reason: 'an item without its kind may be of another',
  },
  {
    urls: [RESPONSES],
    place: /\.(?:detail|annotations|logprobs)$/,
    isSo: isMissingOrNull,
    reason: 'parts are taken without detail, annotations and logprobs',
  },
  {
    urls: [RESPONSES],
    place: /\.(?:filename|file_data|file_url|prompt_cache_breakpoint|content|result|summary)$/,
    isSo: isMissingOrNull,
    reason: 'the description allows null in some places for the same part',
  },
  {
    place: /^top_logprobs$/,
    isSo: isNull,
    reason: 'the SDK allows null here',
  },
  {
    place: /^(?:user|tools|tool_choice|text|prompt_cache_options)$/,
    isSo: isNull,
    reason: 'null for a key that may be left out is a warning',
  },
  {
    urls: [EMBEDDINGS],
    place: /^(?:encoding_format|dimensions)$/,
    isSo: isNull,
    reason: 'null for a key that may be left out is a warning',
  },
  {
    urls: [IMAGE_EDITS],
    place: /^(?:mask|markup)$/,
    isSo: isNull,
    reason: 'null for a key that may be left out is a warning',
  },
  {
    urls: [CHAT_COMPLETIONS],
    place:
      /^(?:messages\[\]\.(?:tool_calls|name)|parallel_tool_calls|response_format|functions|function_call)$/,
    isSo: isNull,
    reason: 'null for a key that may be left out is a warning',
  },
  {
    urls: [IMAGE_EDITS],
    place: /^size$/,
    isSo: ({ value }) => /^(?:auto|\d+x\d+)$/.test(String(value)),
    reason: 'sizes are free since November 2026; an odd one is a warning',
  },
]

export function reasonOf(url: string, broken: Broken): string | undefined {
  return MILDER.find(
    ({ urls, place, isSo }) =>
      (urls?.includes(url) ?? true) && place.test(broken.place) && isSo(broken),
  )?.reason
}

interface Stricter {
  readonly urls?: readonly string[]
  readonly code: RegExp
  readonly reason: string
}

/** Errors in what the description allows, since the API is known to refuse it. */
const STRICTER: readonly Stricter[] = [
  {
    code: /^(?:tool-choice-alone|tool-choice-needs-tools|parallel-calls-alone|no-tools)$/,
    reason: 'recorded: what is said of calls is only allowed with tools',
  },
  {
    code: /^chosen-(?:tool-unknown|kind-missing)$/,
    reason: 'recorded: the chosen tool is one of the tools',
  },
  {
    code: /^(?:answer-without-call|call-without-answer|call-answered-twice)$/,
    reason: 'recorded: each call is answered at once, and once',
  },
  {
    code: /^(?:output-without-call|call-without-output)$/,
    reason: 'recorded: each output belongs to a call, and each call has one',
  },
  {
    urls: [RESPONSES],
    code: /^mcp-server-missing$/,
    reason: 'said in the description in words: one of three has to be there',
  },
  {
    code: /^stream-options-alone$/,
    reason: 'recorded: options for streaming are only allowed when a request streams',
  },
  {
    urls: [IMAGE_GENERATIONS],
    code: /^too-(?:small|big):body\.output_compression$/,
    reason: 'said in the description in words: from 0 to 100',
  },
  {
    code: /^top-logprobs-alone$/,
    reason: 'recorded, and said in the description in words: only with logprobs',
  },
  {
    code: /^audio-without-parameters$/,
    reason: 'said in the description in words: required when sound is asked for',
  },
  { code: /^best-of-below-n$/, reason: 'said in the description in words: n is at most best_of' },
  {
    code: /^assistant-input-part$/,
    reason: 'recorded: parts of answers are output_text and refusal',
  },
  {
    code: /^image-png-compression$/,
    reason: 'recorded: below 100 it is refused for PNG',
  },
  {
    urls: [RESPONSES],
    code: /^image-part-(?:without-source|two-sources)$/,
    reason: 'recorded: exactly one of file_id and image_url',
  },
  {
    code: /^file-part-(?:without-source|without-name|name-beside)$/,
    reason: 'recorded: a file has an id, or a link, or its content and a name',
  },
  { code: /^no-json-word$/, reason: 'recorded: a JSON object is asked for in words, too' },
  {
    code: /^too-small:body\.messages\[\]\.tool_calls$/,
    reason: 'recorded: an empty array of calls is refused as empty_array',
  },
  {
    code: /^strict-schema-/,
    reason: 'recorded: strict schemas are closed objects that require all they have',
  },
  {
    code: /^(?:tool-schema-root|schema-items|schema-invalid)$/,
    reason: 'recorded: parameters are a JSON Schema of an object, and arrays in it have items',
  },
  {
    code: /^too-small:.*\.image_url\.url$/,
    reason: 'said in the description as a format: an empty text is no link',
  },
  {
    code: /^assistant-without-content$/,
    reason: 'said in the description in words: content, or a call',
  },
  {
    urls: [EMBEDDINGS],
    code: /^too-small:body\.input(?:\[\])?$/,
    reason: 'said in the description in words: no empty text',
  },
  {
    urls: [CHAT_COMPLETIONS, COMPLETIONS],
    code: /^too-(?:small|big):body\.logit_bias\.\*$/,
    reason: 'said in the description in words: from -100 to 100',
  },
  {
    code: /^(?:too-small:body\..*\.name|(?:tool|schema|called)-name-characters)$/,
    reason: 'recorded: names are of letters, digits, _ and -',
  },
  {
    code: /^speaker-name-characters$/,
    reason: 'recorded: names of who speaks have no white space, and none of <|\\/>',
  },
]

/** Why an error is right although the body is valid by the description. */
export function stricterReasonOf(url: string, code: string): string | undefined {
  return STRICTER.find((one) => (one.urls?.includes(url) ?? true) && one.code.test(code))?.reason
}
