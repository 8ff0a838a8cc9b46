// Shapes in OpenAI's envelope: of OpenAI and of Azure, which differ in urls and in what a model is.
import type { Message } from '../i18n/message.ts'
import { formatPath } from '../json/jsonPath.ts'
import { OPENAI_CHAT, writeChat } from './chat/writeChat.ts'
import { readChat } from './chat/readChat.ts'
import { copyBody, hasNoMessages } from './copyBody.ts'
import { isRefusal, type ShapeDefinition, type WriteContext } from './defineShape.ts'
import { readEmbedding } from './embeddings/readEmbedding.ts'
import { writeEmbedding } from './embeddings/writeEmbedding.ts'
import {
  ANY_ID,
  isAzureUrl,
  isEnvelope,
  readOpenAiEnvelope,
  writeOpenAiEnvelope,
} from './envelope.ts'
import type { IdRule } from './ids.ts'
import type { JsonNode, Raw } from './jsonNode.ts'
import { keptModel } from './modelOf.ts'
import type { Request } from './neutral.ts'
import { CODES_BY_NAME, type Notes } from './notes.ts'
import { NO_CONVERSATION, NO_EMBEDDING, NO_MESSAGES, NO_MODEL } from './refusals.ts'
import { readResponses } from './responses/readResponses.ts'
import { writeResponses } from './responses/writeResponses.ts'
import type { Refusal } from './translation.ts'
import { noteUploads } from './uploadedFiles.ts'

/** Code units of a custom_id, as the guide of the Batch API has it. */
const OPENAI_ID: IdRule = { pattern: /[^]/, maxLength: 512 }

type OpenAiFamily = 'chat' | 'responses' | 'embeddings'

interface Kind {
  readonly url: string
  /** What a body is known by where there is no url. */
  readonly key: string
  read(body: JsonNode, notes: Notes): Request | Refusal
  write(request: Request, model: Raw, context: WriteContext): Raw | Refusal
  /** Keys of a body that the reader does not know and that Azure has as OpenAI does. */
  readonly common: readonly string[]
}

const KINDS: Readonly<Record<OpenAiFamily, Kind>> = {
  chat: {
    url: '/v1/chat/completions',
    key: 'messages',
    read: readChat,
    write: (request, model, context) =>
      request.kind === 'chat' ? writeChat(request, model, OPENAI_CHAT, context) : NO_CONVERSATION,
    common: ['audio', 'modalities', 'prediction', 'web_search_options'],
  },
  responses: {
    url: '/v1/responses',
    key: 'input',
    read: readResponses,
    write: (request, model, context) =>
      request.kind === 'chat' ? writeResponses(request, model, context) : NO_CONVERSATION,
    common: ['truncation', 'max_tool_calls', 'context_management'],
  },
  embeddings: {
    url: '/v1/embeddings',
    key: 'input',
    read: (body) => readEmbedding(body),
    write: (request, model, context) =>
      request.kind === 'embedding'
        ? writeEmbedding(request, model, { isMistral: false }, context)
        : NO_EMBEDDING,
    common: [],
  },
}

/** Its url without the version. */
function pathOf({ url }: Kind): string {
  return url.slice('/v1'.length)
}

/** `isDeployment`: models are names of deployments, which is Azure. */
export function openaiShape(shape: {
  readonly id: string
  readonly title: Message
  readonly order: number
  readonly provider: string
  readonly providerName: Message
  readonly place: Message
  readonly family: OpenAiFamily
  readonly isDeployment: boolean
  readonly examples: readonly string[]
}): ShapeDefinition {
  const { family, isDeployment, provider } = shape
  const kind = KINDS[family]
  const rule = isDeployment ? ANY_ID : OPENAI_ID
  // Azure takes both; with the version nothing would tell its lines from those of OpenAI.
  const url = isDeployment ? pathOf(kind) : kind.url
  const modelFor = (context: WriteContext): Raw | undefined =>
    keptModel(context, { provider, isDeployment })
  return {
    ...shape,
    bodyKey: 'body',
    needsModel: true,
    isLine: (line) =>
      isEnvelope(line, pathOf(kind), kind.key) &&
      isAzureUrl(line) === isDeployment &&
      (line.get('url') !== undefined || family !== 'embeddings'),
    read: readOpenAiEnvelope,
    readBody: (body, notes) => kind.read(body, notes),
    write(request, context) {
      const model = modelFor(context)
      if (model === undefined) return NO_MODEL
      const body = kind.write(request, model, context)
      return isRefusal(body) ? body : writeOpenAiEnvelope(url, body, rule, context)
    },
    copy(context) {
      if (family === 'chat' && hasNoMessages(context)) return NO_MESSAGES
      const model = modelFor(context)
      if (model === undefined) return NO_MODEL
      noteStrange(context, family, provider)
      const body = copyBody(context, new Map([['model', model]]))
      return writeOpenAiEnvelope(url, body, rule, context)
    },
  }
}

/** Notes members that OpenAI's own description does not have, and what is stored at the source. */
function noteStrange(
  { source, notes, bodyKey, provider }: WriteContext,
  family: OpenAiFamily,
  target: string,
): void {
  const request = KINDS[family].read(source.body, notes.aside())
  if (isRefusal(request)) return
  if (request.kind === 'chat' && provider !== target) noteUploads(request, notes)
  for (const node of request.extras) {
    const key = String(node.step)
    if (KINDS[family].common.includes(key)) continue
    const isStored = CODES_BY_NAME.get(key) === 'stored-state'
    const code = isStored ? 'stored-state' : 'field-copied'
    notes.add(code, { field: formatPath(node.path) }, node, [bodyKey, key])
  }
}
