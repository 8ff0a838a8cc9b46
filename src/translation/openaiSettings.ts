// Settings that chat completions and /v1/responses have under one name and within the same bounds.
import type { SettingName } from './neutral.ts'
import type { SettingSpecs } from './settings.ts'

export const SHARED_SETTINGS = {
  temperature: { key: 'temperature', min: 0, max: 2 },
  topP: { key: 'top_p', min: 0, max: 1 },
  topLogprobs: { key: 'top_logprobs', min: 0, max: 20 },
  metadata: { key: 'metadata' },
  user: { key: 'user' },
  safetyIdentifier: { key: 'safety_identifier', maxLength: 64 },
  serviceTier: {
    key: 'service_tier',
    values: ['auto', 'default', 'flex', 'scale', 'priority', 'fast'],
  },
  store: { key: 'store' },
  cacheKey: { key: 'prompt_cache_key' },
  cacheOptions: { key: 'prompt_cache_options' },
  cacheRetention: { key: 'prompt_cache_retention', values: ['in_memory', '24h'] },
  moderation: { key: 'moderation' },
} satisfies SettingSpecs

/** By key, for reading. */
export const SHARED_KEYS: readonly (readonly [key: string, SettingName])[] = Object.entries(
  SHARED_SETTINGS,
).map(([name, { key }]) => [key, name as SettingName])
