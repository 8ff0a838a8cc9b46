// Calls of tools that OpenAI runs itself, as they come back in the input of /v1/responses: they were put out
// by the API, so what they hold beyond this is a warning at most.
// Source: OpenAI's OpenAPI description of 2026-08-21, Item, and its SDK 7.57.0 of 2026-11-13.
import { z } from '../../../../formats/zod.ts'
import { moves, moving } from '../../movingValues.ts'
import { anyObject, orNull } from '../commonFields.ts'
import { itemId } from './itemFields.ts'

/** Values of an attribute of a file; the keys are short names. */
const attributes = orNull(
  z.record(z.string().max(64), z.union([z.string().max(512), z.number(), z.boolean()])),
)

const fileSearchCall = z.strictObject({
  type: z.literal('file_search_call'),
  id: itemId,
  status: orNull(z.enum(['in_progress', 'searching', 'completed', 'incomplete', 'failed'])),
  queries: z.array(z.string()),
  results: orNull(
    z.array(
      z.strictObject({
        file_id: z.string().optional(),
        text: z.string().optional(),
        filename: z.string().optional(),
        attributes,
        score: z.number().optional(),
      }),
    ),
  ),
})

const webSearchAction = moves(
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('search'),
      query: z.string().optional(),
      queries: z.array(z.string()).optional(),
      sources: z.array(z.looseObject({ type: z.literal('url'), url: z.string() })).optional(),
    }),
    z.strictObject({ type: z.literal('open_page'), url: orNull(z.string()) }),
    z.strictObject({ type: z.literal('find_in_page'), url: z.string(), pattern: z.string() }),
  ]),
)

const webSearchCall = z.strictObject({
  type: z.literal('web_search_call'),
  id: itemId,
  status: orNull(z.enum(['in_progress', 'searching', 'completed', 'failed', 'incomplete'])),
  action: webSearchAction.optional(),
})

const codeOutput = moves(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('logs'), logs: z.string() }),
    z.strictObject({ type: z.literal('image'), url: z.string() }),
  ]),
)

const codeInterpreterCall = z.strictObject({
  type: z.literal('code_interpreter_call'),
  id: itemId,
  status: orNull(z.enum(['in_progress', 'completed', 'incomplete', 'interpreting', 'failed'])),
  container_id: z.string(),
  code: z.string().nullable(),
  outputs: orNull(z.array(codeOutput)),
})

/** Beside the image it repeats what the tool was asked for, and what it cost. */
const imageGenerationCall = z.strictObject({
  type: z.literal('image_generation_call'),
  id: itemId,
  status: orNull(z.enum(['in_progress', 'completed', 'generating', 'failed'])),
  result: orNull(z.string()),
  action: orNull(moving('imageAction')),
  background: orNull(moving('imageBackground')),
  error: orNull(anyObject),
  output_format: orNull(moving('imageFormat')),
  quality: orNull(moving('imageQuality')),
  revised_prompt: orNull(z.string()),
  size: orNull(z.string()),
  svg_usage: orNull(anyObject),
})

const mcpError = z.union([
  z.string(),
  moves(
    z.discriminatedUnion('type', [
      z.strictObject({
        type: z.enum(['mcp_protocol_error', 'http_error']),
        code: z.int(),
        message: z.string(),
      }),
      z.strictObject({ type: z.literal('mcp_tool_execution_error'), content: z.unknown() }),
    ]),
  ),
])

const mcpCall = z.strictObject({
  type: z.literal('mcp_call'),
  id: itemId,
  server_label: z.string(),
  name: z.string(),
  arguments: z.string(),
  output: orNull(z.string()),
  error: orNull(mcpError),
  status: orNull(z.enum(['in_progress', 'completed', 'incomplete', 'calling', 'failed'])),
  approval_request_id: orNull(z.string()),
})

const mcpListTools = z.strictObject({
  type: z.literal('mcp_list_tools'),
  id: itemId,
  server_label: z.string(),
  tools: z.array(
    z.strictObject({
      name: z.string(),
      description: orNull(z.string()),
      input_schema: anyObject,
      annotations: orNull(anyObject),
    }),
  ),
  error: orNull(z.string()),
})

const mcpApproval = [
  z.strictObject({
    type: z.literal('mcp_approval_request'),
    id: itemId,
    server_label: z.string(),
    name: z.string(),
    arguments: z.string(),
  }),
  z.strictObject({
    type: z.literal('mcp_approval_response'),
    id: itemId,
    approval_request_id: z.string(),
    // Required by the description, which does not say what it is.
    request_id: z.unknown().optional(),
    approve: z.boolean(),
    reason: orNull(z.string()),
  }),
] as const

export const builtInCalls = [
  fileSearchCall,
  webSearchCall,
  codeInterpreterCall,
  imageGenerationCall,
  mcpCall,
  mcpListTools,
  ...mcpApproval,
] as const
