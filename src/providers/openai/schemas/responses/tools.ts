// Tools that a request of /v1/responses may offer. Functions are flat here, unlike in chat completions.
// Source: OpenAI's OpenAPI description of 2026-08-21, Tool, and its SDK 7.57.0 of 2026-11-13. `strict` and
// `parameters` of a function are optional: the description requires them, the API does without.
import { z } from '../../../../formats/zod.ts'
import { moves, moving } from '../../movingValues.ts'
import { anyObject, orNull } from '../commonFields.ts'
import { codeContainer, shellEnvironment } from './containers.ts'
import { fileFilter } from './fileFilter.ts'

/** Code points of the name of a function. */
const MAX_NAME = 128

const allowedCallers = orNull(z.array(moving('caller')))

const functionTool = z.strictObject({
  type: z.literal('function'),
  name: z.string().min(1).max(MAX_NAME),
  description: orNull(z.string()),
  parameters: orNull(anyObject),
  strict: orNull(z.boolean()),
  output_schema: orNull(anyObject),
  defer_loading: z.boolean().optional(),
  async: z.boolean().optional(),
  allowed_callers: allowedCallers,
})

const customTool = z.strictObject({
  type: z.literal('custom'),
  name: z.string(),
  description: z.string().optional(),
  format: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('text') }),
      z.strictObject({
        type: z.literal('grammar'),
        syntax: z.enum(['lark', 'regex']),
        definition: z.string(),
      }),
    ])
    .optional(),
  defer_loading: z.boolean().optional(),
  async: z.boolean().optional(),
  allowed_callers: allowedCallers,
})

const namespaceTool = z.strictObject({
  type: z.literal('namespace'),
  name: z.string().min(1),
  description: z.string(),
  tools: z.array(z.discriminatedUnion('type', [functionTool, customTool])).min(1),
})

const fileSearchTool = z.strictObject({
  type: z.literal('file_search'),
  vector_store_ids: z.array(z.string()),
  max_num_results: z.int().optional(),
  ranking_options: z
    .strictObject({
      ranker: moving('ranker').optional(),
      score_threshold: z.number().optional(),
      hybrid_search: z
        .strictObject({ embedding_weight: z.number(), text_weight: z.number() })
        .optional(),
    })
    .optional(),
  filters: orNull(fileFilter),
})

const place = {
  country: orNull(z.string()),
  region: orNull(z.string()),
  city: orNull(z.string()),
  timezone: orNull(z.string()),
}

const webSearchTool = z.strictObject({
  type: z.enum(['web_search', 'web_search_2025_08_26']),
  external_web_access: z.boolean().optional(),
  filters: orNull(z.strictObject({ allowed_domains: orNull(z.array(z.string())) })),
  user_location: orNull(z.strictObject({ type: z.literal('approximate').optional(), ...place })),
  search_context_size: z.enum(['low', 'medium', 'high']).optional(),
})

const webSearchPreviewTool = z.strictObject({
  type: z.enum(['web_search_preview', 'web_search_preview_2025_03_11']),
  user_location: orNull(z.strictObject({ type: z.literal('approximate'), ...place })),
  search_context_size: z.enum(['low', 'medium', 'high']).optional(),
  search_content_types: z.array(moving('searchContent')).optional(),
})

const mcpFilter = z.strictObject({
  tool_names: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
})

const mcpTool = z.strictObject({
  type: z.literal('mcp'),
  server_label: z.string(),
  server_url: z.string().optional(),
  connector_id: moving('connector').optional(),
  tunnel_id: z.string().optional(),
  authorization: z.string().optional(),
  server_description: z.string().optional(),
  headers: orNull(z.record(z.string(), z.string())),
  allowed_tools: orNull(z.union([z.array(z.string()), mcpFilter])),
  allowed_callers: allowedCallers,
  require_approval: orNull(
    z.union([
      z.enum(['always', 'never']),
      z.strictObject({ always: mcpFilter.optional(), never: mcpFilter.optional() }),
    ]),
  ),
  defer_loading: z.boolean().optional(),
})

const imageTool = z.strictObject({
  type: z.literal('image_generation'),
  model: z.string().optional(),
  action: moving('imageAction').optional(),
  background: z.enum(['transparent', 'opaque', 'auto']).optional(),
  complexity: moving('imageComplexity').optional(),
  frame_count: z.int().min(2).max(16).optional(),
  frame_duration_ms: z.int().optional(),
  input_fidelity: orNull(z.enum(['high', 'low'])),
  input_image_mask: z
    .strictObject({ image_url: z.string().optional(), file_id: z.string().optional() })
    .optional(),
  moderation: z.enum(['auto', 'low']).optional(),
  output_compression: z.int().min(0).max(100).optional(),
  output_format: moving('imageFormat').optional(),
  partial_images: z.int().min(0).max(3).optional(),
  quality: moving('imageQuality').optional(),
  size: z.string().optional(),
  svg: orNull(
    z.strictObject({
      model: z.string().optional(),
      reasoning: orNull(z.strictObject({ effort: orNull(moving('reasoningEffort')) })),
    }),
  ),
})

const plainTool = z.strictObject({
  type: z.enum(['computer', 'local_shell', 'programmatic_tool_calling']),
})

export const tool = moves(
  z.discriminatedUnion('type', [
    functionTool,
    customTool,
    namespaceTool,
    fileSearchTool,
    webSearchTool,
    webSearchPreviewTool,
    mcpTool,
    imageTool,
    plainTool,
    z.strictObject({
      type: z.literal('computer_use_preview'),
      environment: moving('computer'),
      display_width: z.int(),
      display_height: z.int(),
    }),
    z.strictObject({
      type: z.literal('code_interpreter'),
      container: codeContainer,
      allowed_callers: allowedCallers,
    }),
    z.strictObject({
      type: z.literal('shell'),
      environment: orNull(shellEnvironment),
      allowed_callers: allowedCallers,
    }),
    z.strictObject({
      type: z.literal('tool_search'),
      execution: z.enum(['server', 'client']).optional(),
      description: orNull(z.string()),
      parameters: orNull(anyObject),
    }),
    z.strictObject({ type: z.literal('apply_patch'), allowed_callers: allowedCallers }),
  ]),
)

export const responsesToolChoice = z.union([
  z.enum(['none', 'auto', 'required']),
  moves(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('function'), name: z.string() }),
      z.strictObject({ type: z.literal('custom'), name: z.string() }),
      z.strictObject({
        type: z.literal('mcp'),
        // Without a server any tool of MCP will do.
        server_label: z.string().optional(),
        name: orNull(z.string()),
      }),
      z.strictObject({
        type: z.literal('allowed_tools'),
        mode: z.enum(['auto', 'required']),
        tools: z.array(anyObject),
      }),
      z.strictObject({
        type: z.enum([
          'file_search',
          'web_search',
          'web_search_2025_08_26',
          'web_search_preview',
          'web_search_preview_2025_03_11',
          'computer',
          'computer_use',
          'computer_use_preview',
          'image_generation',
          'code_interpreter',
          'programmatic_tool_calling',
          'apply_patch',
          'shell',
        ]),
      }),
    ]),
  ),
])
