// What was noted of lines when their file was translated for another provider. Notes of one kind mean the same:
// the finding says which part of the request it is about.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries, CodeEntry } from '../codeEntry.ts'
import { tried } from '../sources.ts'

const source = tried('2026-11-27')

const leftOut: CodeEntry = {
  meaning: msg(
    'What the request had there has no counterpart at the other provider, or cannot be used there, and was left out when the file was translated.',
  ),
  matters: msg(
    'The request runs without it, and its answer may differ from what you would have got.',
  ),
  remedy: msg('Check whether you need it. If so, say it in another way, such as in the prompt.'),
  source,
}

const adapted: CodeEntry = {
  meaning: msg(
    'What the request had there is written in another way at the other provider, and was adapted when the file was translated.',
  ),
  matters: msg('The request means the same or comes close to it.'),
  remedy: msg('Look at some of the lines before you send them all.'),
  source,
}

const toBeChecked: CodeEntry = {
  meaning: msg(
    'Translating the file could not settle this: it depends on what the other provider or its model takes.',
  ),
  matters: msg('The request may be refused, or its answer may not be the one that you want.'),
  remedy: msg('Read what the finding says of the line, and change the line where needed.'),
  source,
}

function all(codes: readonly string[], entry: CodeEntry): CodeEntries {
  return Object.fromEntries(codes.map((code) => [code, entry]))
}

export const entries: CodeEntries = {
  ...all(
    [
      'cache-control-dropped',
      'effort-dropped',
      'effort-refused',
      'empty-text-dropped',
      'field-dropped',
      'file-id-dropped',
      'logit-bias-dropped',
      'logprobs-dropped',
      'media-dropped',
      'media-link-dropped',
      'metadata-dropped',
      'model-on-job',
      'n-dropped',
      'name-dropped',
      'parallel-dropped',
      'part-dropped',
      'penalty-dropped',
      'reasoning-dropped',
      'safety-dropped',
      'sampling-dropped',
      'seed-dropped',
      'stop-dropped',
      'stop-limited',
      'stream-dropped',
      'tool-choice-dropped',
      'tool-dropped',
      'top-k-dropped',
      'value-unusable',
    ],
    leftOut,
  ),
  ...all(
    [
      'call-id-changed',
      'effort-changed',
      'id-number',
      'refusal-as-text',
      'role-changed',
      'schema-adapted',
      'schema-named',
      'store-added',
      'system-merged',
      'token-limit-raised',
      'tool-adapted',
      'tool-choice-changed',
      'tool-renamed',
      'turns-merged',
      'value-clamped',
    ],
    adapted,
  ),
  ...all(
    [
      'arguments-not-json',
      'ends-with-assistant',
      'field-copied',
      'id-fitted',
      'id-made',
      'json-mode-dropped',
      'media-link-kept',
      'media-type-guessed',
      'model-foreign',
      'model-is-deployment',
      'result-without-call',
      'sampling-both',
      'sampling-refused',
      'schema-checked',
      'schema-loose',
      'starts-with-assistant',
      'stored-state',
      'system-alone',
      'system-in-middle',
      'token-limit-added',
      'tools-in-batch',
    ],
    toBeChecked,
  ),
}
