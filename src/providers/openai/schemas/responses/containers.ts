// Where code and shells run: containers of OpenAI's, and one's own machine.
// Source: OpenAI's OpenAPI description of 2026-08-21.
import { z } from '../../../../formats/zod.ts'
import { moves, moving } from '../../movingValues.ts'
import { orNull } from '../commonFields.ts'

const networkPolicy = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('disabled') }),
  z.strictObject({
    type: z.literal('allowlist'),
    allowed_domains: z.array(z.string()).min(1),
    domain_secrets: z
      .array(
        z.strictObject({
          domain: z.string().min(1),
          name: z.string().min(1),
          value: z.string().min(1).max(10_485_760),
        }),
      )
      .min(1)
      .optional(),
  }),
])

const container = {
  file_ids: z.array(z.string()).max(50).optional(),
  memory_limit: orNull(moving('containerMemory')),
  network_policy: networkPolicy.optional(),
}

/** Of the code interpreter: the id of one, or what a new one is like. */
export const codeContainer = z.union([
  z.string(),
  z.strictObject({ type: z.literal('auto'), ...container }),
])

const MAX_SKILLS = 200

const skill = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('skill_reference'),
    skill_id: z.string().min(1).max(64),
    version: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('inline'),
    name: z.string(),
    description: z.string(),
    source: z.strictObject({
      type: z.literal('base64'),
      media_type: z.literal('application/zip'),
      data: z.string().min(1).max(70_254_592),
    }),
  }),
])

const localEnvironment = z.strictObject({
  type: z.literal('local'),
  skills: z
    .array(z.strictObject({ name: z.string(), description: z.string(), path: z.string() }))
    .max(MAX_SKILLS)
    .optional(),
})

const containerReference = z.strictObject({
  type: z.literal('container_reference'),
  container_id: z.string(),
})

/** Where a call of the shell ran. */
export const shellPlace = moves(
  z.discriminatedUnion('type', [localEnvironment, containerReference]),
)

/** Where the shell is to run. */
export const shellEnvironment = moves(
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('container_auto'),
      ...container,
      skills: z.array(moves(skill)).max(MAX_SKILLS).optional(),
    }),
    localEnvironment,
    containerReference,
  ]),
)
