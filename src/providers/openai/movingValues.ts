// What moves from month to month in the bodies of OpenAI's requests: values of fields whose lists grow. One
// that is not here may be newer than this table, so it is a warning and never an error. `from`: the file
// of OpenAI's SDK and the declaration in it.
import { z } from '../../formats/zod.ts'
import { growing } from '../../formats/growingValues.ts'

const MOVING_VALUES_HEAD = {
  source: 'openai 7.57.0',
  /** When that was published. */
  date: '2026-11-13',
} as const

export interface MovingRow {
  readonly from: readonly [file: string, declaration: string]
  readonly values: readonly string[]
}

export const MOVING_VALUES = {
  accessProgram: {
    from: ['resources/responses/responses.d.ts', 'ResponseCreateParams.AccessPrograms.cyber'],
    values: ['standard', 'daybreak_blue', 'daybreak_red'],
  },
  cacheTtl: {
    from: ['resources/responses/responses.d.ts', 'ResponseCreateParams.PromptCacheOptions.ttl'],
    values: ['30m', '12h'],
  },
  caller: {
    from: ['resources/responses/responses.d.ts', 'FunctionTool.allowed_callers'],
    values: ['direct', 'programmatic'],
  },
  computer: {
    from: ['resources/responses/responses.d.ts', 'ComputerUsePreviewTool.environment'],
    values: ['windows', 'mac', 'linux', 'ubuntu', 'browser'],
  },
  connector: {
    from: ['resources/responses/responses.d.ts', 'Tool.Mcp.connector_id'],
    values: [
      'connector_dropbox',
      'connector_gmail',
      'connector_googlecalendar',
      'connector_googledrive',
      'connector_microsoftteams',
      'connector_outlookcalendar',
      'connector_outlookemail',
      'connector_sharepoint',
    ],
  },
  containerMemory: {
    from: ['resources/responses/responses.d.ts', 'ContainerAuto.memory_limit'],
    values: ['1g', '4g', '16g', '64g'],
  },
  contextCompression: {
    from: ['resources/responses/responses.d.ts', 'ResponseCreateParams.Image.context_compression'],
    values: ['auto', 'enabled', 'disabled'],
  },
  imageAction: {
    from: ['resources/responses/responses.d.ts', 'Tool.ImageGeneration.action'],
    values: ['generate', 'edit', 'auto'],
  },
  imageBackground: {
    from: ['resources/images.d.ts', 'ImageGenerateParamsBase.background'],
    values: ['transparent', 'opaque', 'auto'],
  },
  imageComplexity: {
    from: ['resources/images.d.ts', 'ImageGenerateParamsBase.complexity'],
    values: ['low', 'medium', 'high'],
  },
  imageDetail: {
    from: ['resources/responses/responses.d.ts', 'ImageDetail'],
    values: ['low', 'high', 'auto', 'original'],
  },
  imageFormat: {
    from: ['resources/images.d.ts', 'ImageGenerateParamsBase.output_format'],
    values: ['png', 'webp', 'jpeg', 'gif', 'svg'],
  },
  imageQuality: {
    from: ['resources/images.d.ts', 'ImageGenerateParamsBase.quality'],
    values: ['low', 'medium', 'high', 'xhigh', 'max', 'auto', 'standard', 'hd'],
  },
  includable: {
    from: ['resources/responses/responses.d.ts', 'ResponseIncludable'],
    values: [
      'file_search_call.results',
      'web_search_call.results',
      'web_search_call.action.sources',
      'message.input_image.image_url',
      'computer_call_output.output.image_url',
      'code_interpreter_call.outputs',
      'reasoning.encrypted_content',
      'message.output_text.logprobs',
    ],
  },
  ranker: {
    from: ['resources/responses/responses.d.ts', 'FileSearchTool.RankingOptions.ranker'],
    values: ['auto', 'default-2024-11-15'],
  },
  reasoningContext: {
    from: ['resources/shared.d.ts', 'Reasoning.context'],
    values: ['auto', 'current_turn', 'all_turns'],
  },
  reasoningEffort: {
    from: ['resources/shared.d.ts', 'ReasoningEffort'],
    values: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'],
  },
  searchContent: {
    from: ['resources/responses/responses.d.ts', 'WebSearchPreviewTool.search_content_types'],
    values: ['text', 'image'],
  },
  serviceTier: {
    from: ['resources/responses/responses.d.ts', 'ServiceTier'],
    values: ['auto', 'default', 'flex', 'scale', 'priority', 'fast', 'ultrafast'],
  },
} as const satisfies Readonly<Record<string, MovingRow>>

/** A text of a row, or a warning. */
export function moving(row: keyof typeof MOVING_VALUES): z.ZodEnum {
  return moves(z.enum(MOVING_VALUES[row].values as readonly string[] as [string]))
}

/** Of an enum or a union by a discriminator: further ones may come. */
export function moves<T extends z.core.$ZodType>(schema: T): T {
  return growing(schema, MOVING_VALUES_HEAD.date)
}
