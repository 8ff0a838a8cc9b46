// Calls of tools that whoever sends the request runs, and what they gave back: functions, custom tools,
// computers, shells and patches. Source: OpenAI's OpenAPI description of 2026-08-21, Item, and its SDK 7.57.0.
import { z } from '../../../../formats/zod.ts'
import { moves } from '../../movingValues.ts'
import { orNull } from '../commonFields.ts'
import { shellPlace } from './containers.ts'
import { MAX_TOOL_TEXT, toolOutput } from './contentParts.ts'
import { caller, callId, itemId, itemStatus } from './itemFields.ts'
import { tool } from './tools.ts'

const functionCalls = [
  z.strictObject({
    type: z.literal('function_call'),
    id: itemId,
    call_id: z.string(),
    caller,
    namespace: orNull(z.string()),
    name: z.string(),
    // A text that holds JSON; giving the object itself is a frequent mistake.
    arguments: z.string(),
    async: z.boolean().optional(),
    status: itemStatus,
  }),
  z.strictObject({
    type: z.literal('function_call_output'),
    id: itemId,
    call_id: orNull(callId),
    output: toolOutput,
    name: orNull(z.string().min(1).max(128)),
    namespace: orNull(z.string().min(1).max(64)),
    caller,
    status: itemStatus,
  }),
  z.strictObject({
    type: z.literal('custom_tool_call'),
    id: itemId,
    call_id: z.string(),
    caller,
    namespace: orNull(z.string()),
    name: z.string(),
    input: z.string(),
    async: z.boolean().optional(),
    status: itemStatus,
  }),
  z.strictObject({
    type: z.literal('custom_tool_call_output'),
    id: itemId,
    call_id: z.string(),
    caller,
    output: toolOutput,
    status: itemStatus,
  }),
] as const

const toolSearchCalls = [
  z.strictObject({
    type: z.literal('tool_search_call'),
    id: itemId,
    call_id: orNull(callId),
    execution: z.enum(['server', 'client']).optional(),
    arguments: z.unknown(),
    status: itemStatus,
  }),
  z.strictObject({
    type: z.literal('tool_search_output'),
    id: itemId,
    call_id: orNull(callId),
    execution: z.enum(['server', 'client']).optional(),
    tools: z.array(tool),
    status: itemStatus,
  }),
] as const

const spot = { x: z.int(), y: z.int() }
const keys = orNull(z.array(z.string()))

const computerAction = moves(
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('click'),
      button: z.enum(['left', 'right', 'wheel', 'back', 'forward']),
      ...spot,
      keys,
    }),
    z.strictObject({ type: z.enum(['double_click', 'move']), ...spot, keys }),
    z.strictObject({ type: z.literal('drag'), path: z.array(z.strictObject(spot)), keys }),
    z.strictObject({ type: z.literal('keypress'), keys: z.array(z.string()) }),
    z.strictObject({ type: z.enum(['screenshot', 'wait']) }),
    z.strictObject({
      type: z.literal('scroll'),
      ...spot,
      scroll_x: z.int(),
      scroll_y: z.int(),
      keys,
    }),
    z.strictObject({ type: z.literal('type'), text: z.string() }),
  ]),
)

const safetyChecks = z.array(
  z.strictObject({ id: z.string(), code: orNull(z.string()), message: orNull(z.string()) }),
)

const computerCalls = [
  z.strictObject({
    type: z.literal('computer_call'),
    id: itemId,
    call_id: z.string(),
    action: computerAction.optional(),
    actions: z.array(computerAction).optional(),
    pending_safety_checks: safetyChecks,
    status: itemStatus,
  }),
  z.strictObject({
    type: z.literal('computer_call_output'),
    id: itemId,
    call_id: callId,
    output: z.strictObject({
      type: z.literal('computer_screenshot'),
      image_url: z.string().optional(),
      file_id: z.string().optional(),
    }),
    acknowledged_safety_checks: orNull(safetyChecks),
    status: itemStatus,
  }),
] as const

const shellCalls = [
  z.strictObject({
    type: z.literal('local_shell_call'),
    id: itemId,
    call_id: z.string(),
    action: z.strictObject({
      type: z.literal('exec'),
      command: z.array(z.string()),
      timeout_ms: orNull(z.int()),
      working_directory: orNull(z.string()),
      env: z.record(z.string(), z.string()),
      user: orNull(z.string()),
    }),
    status: itemStatus,
  }),
  z.strictObject({
    type: z.literal('local_shell_call_output'),
    id: itemId,
    // Required by the description, which does not say what it is.
    call_id: z.unknown().optional(),
    output: z.string(),
    status: itemStatus,
  }),
  z.strictObject({
    type: z.literal('shell_call'),
    id: itemId,
    call_id: callId,
    caller,
    action: z.strictObject({
      commands: z.array(z.string()),
      timeout_ms: orNull(z.int()),
      max_output_length: orNull(z.int()),
    }),
    status: itemStatus,
    environment: orNull(shellPlace),
  }),
  z.strictObject({
    type: z.literal('shell_call_output'),
    id: itemId,
    call_id: callId,
    caller,
    output: z.array(
      z.strictObject({
        stdout: z.string().max(MAX_TOOL_TEXT),
        stderr: z.string().max(MAX_TOOL_TEXT),
        outcome: z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('timeout') }),
          z.strictObject({ type: z.literal('exit'), exit_code: z.int() }),
        ]),
      }),
    ),
    status: itemStatus,
    max_output_length: orNull(z.int()),
  }),
] as const

const path = z.string().min(1)

const patchCalls = [
  z.strictObject({
    type: z.literal('apply_patch_call'),
    id: itemId,
    call_id: callId,
    caller,
    status: z.enum(['in_progress', 'completed']),
    operation: z.discriminatedUnion('type', [
      z.strictObject({
        type: z.enum(['create_file', 'update_file']),
        path,
        diff: z.string().max(MAX_TOOL_TEXT),
      }),
      z.strictObject({ type: z.literal('delete_file'), path }),
    ]),
  }),
  z.strictObject({
    type: z.literal('apply_patch_call_output'),
    id: itemId,
    call_id: callId,
    caller,
    status: z.enum(['completed', 'failed']),
    output: orNull(z.string().max(MAX_TOOL_TEXT)),
  }),
] as const

const programs = [
  z.strictObject({
    type: z.literal('program'),
    id: z.string(),
    call_id: callId,
    code: z.string().max(MAX_TOOL_TEXT),
    fingerprint: z.string().max(MAX_TOOL_TEXT),
  }),
  z.strictObject({
    type: z.literal('program_output'),
    id: z.string(),
    call_id: callId,
    result: z.string().max(MAX_TOOL_TEXT),
    status: z.enum(['completed', 'incomplete']),
  }),
] as const

export const ownCalls = [
  ...functionCalls,
  ...toolSearchCalls,
  ...computerCalls,
  ...shellCalls,
  ...patchCalls,
  ...programs,
] as const
