// Tools of a chat request and the choice among them.
// Source: OpenAI's OpenAPI description of 2026-08-21; lengths of names from its descriptions.
import { z } from '../../../formats/zod.ts'
import { anyObject } from './commonFields.ts'

/** Code units of the name of a function or of a response schema. */
const MAX_NAME = 64

export const shortName = z.string().min(1).max(MAX_NAME)

const functionDefinition = z.strictObject({
  name: shortName,
  description: z.string().optional(),
  parameters: anyObject.optional(),
  strict: z.boolean().nullable().optional(),
})

/** Of the deprecated `functions`: without `strict`. */
export const legacyFunction = z.strictObject({
  name: shortName,
  description: z.string().optional(),
  parameters: anyObject.optional(),
})

const functionTool = z.strictObject({ type: z.literal('function'), function: functionDefinition })

const customTool = z.strictObject({
  type: z.literal('custom'),
  custom: z.strictObject({
    name: z.string(),
    description: z.string().optional(),
    format: z
      .discriminatedUnion('type', [
        z.strictObject({ type: z.literal('text') }),
        z.strictObject({
          type: z.literal('grammar'),
          grammar: z.strictObject({ definition: z.string(), syntax: z.enum(['lark', 'regex']) }),
        }),
      ])
      .optional(),
  }),
})

export const chatTools = z.array(z.discriminatedUnion('type', [functionTool, customTool]))

export const functionTools = z.array(z.discriminatedUnion('type', [functionTool]))

const named = z.strictObject({ name: z.string() })

export const toolChoice = z.union([
  z.enum(['none', 'auto', 'required']),
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('function'), function: named }),
    z.strictObject({ type: z.literal('custom'), custom: named }),
    z.strictObject({
      type: z.literal('allowed_tools'),
      allowed_tools: z.strictObject({
        mode: z.enum(['auto', 'required']),
        tools: z.array(anyObject),
      }),
    }),
  ]),
])

export const legacyFunctionChoice = z.union([z.enum(['none', 'auto']), named])
