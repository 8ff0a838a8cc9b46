// What the provider of an endpoint makes of requests: the format that validates them, what one file may hold,
// what ids may look like, and how their prompts are read where they are to be counted.
import type { FormatDefinition } from '../formats/defineFormat.ts'
import type { RequestFileLimits } from '../pairing/defineProvider.ts'
import type { RequestContent } from '../pairing/requestReading.ts'
import { format as anthropicFormat } from '../providers/anthropic/formats/anthropicBatchInput.ts'
import { provider as anthropic } from '../providers/anthropic/pairing.ts'
import { format as azureFormat } from '../providers/azure/formats/azureBatchInput.ts'
import { format as bedrockFormat } from '../providers/bedrock/formats/bedrockBatchInput.ts'
import { provider as bedrock } from '../providers/bedrock/pairing.ts'
import { format as geminiFormat } from '../providers/gemini/formats/geminiBatchInput.ts'
import { provider as gemini } from '../providers/gemini/pairing.ts'
import { format as mistralFormat } from '../providers/mistral/formats/mistralBatchInput.ts'
import { format as openaiFormat } from '../providers/openai/formats/batchInput.ts'
import { provider as openai } from '../providers/openai/pairing.ts'
import { envelopeOf, type ProviderId } from './envelopes.ts'

export interface EndpointRules {
  readonly format: FormatDefinition
  readonly limits: RequestFileLimits
  /** All characters that an id may have; absent: any. */
  readonly idCharacters?: RegExp
  /** Absent where the lines can be counted as they are. */
  readonly readRequest?: (record: unknown) => RequestContent
}

const RULES: Readonly<Record<ProviderId, EndpointRules>> = {
  openai: { format: openaiFormat, limits: openai.requestFileLimits },
  anthropic: {
    format: anthropicFormat,
    limits: anthropic.requestFileLimits,
    idCharacters: /^[A-Za-z0-9_-]*$/,
    readRequest: anthropic.readRequest,
  },
  gemini: {
    format: geminiFormat,
    limits: gemini.requestFileLimits,
    readRequest: gemini.readRequest,
  },
  mistral: { format: mistralFormat, limits: limitsOf(mistralFormat) },
  azure: { format: azureFormat, limits: limitsOf(azureFormat) },
  bedrock: {
    format: bedrockFormat,
    limits: bedrock.requestFileLimits,
    readRequest: bedrock.readRequest,
  },
}

export function rulesOf(endpoint: string): EndpointRules {
  return RULES[envelopeOf(endpoint).provider]
}

/** Of a provider that is validated and not paired by itself. */
function limitsOf({ limits = [] }: FormatDefinition): RequestFileLimits {
  const of = (kind: string) => limits.find((limit) => limit.of === kind)?.errorAbove
  const [requests, bytes] = [of('lines'), of('bytes')]
  return {
    ...(requests !== undefined && { requests }),
    ...(bytes !== undefined && { bytes }),
  }
}
