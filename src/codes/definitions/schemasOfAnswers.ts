// Schemas of answers and tools inside of a request, and their names.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import { COMES_BACK_400 } from '../consequences.ts'
import { OPENAPI, STRUCTURED, issue } from '../sources.ts'

export const entries: CodeEntries = {
  'strict-schema-open': {
    meaning: msg('With "strict": true every object of the schema has to refuse further keys.'),
    matters: msg(
      'OpenAI answers 400: additionalProperties is required to be supplied and to be false.',
    ),
    remedy: msg('Add "additionalProperties": false to every object.'),
    source: issue('agentscope-ai/agentscope-java', 2548, '2026-08-04'),
  },
  'strict-schema-optional': {
    meaning: msg('With "strict": true every key of an object has to be required.'),
    matters: msg('OpenAI answers 400: required has to include every key.'),
    remedy: msg('List all keys in "required"; for one that may be missing, allow null.'),
    source: issue('agentscope-ai/agentscope-java', 2548, '2026-08-05'),
  },
  'strict-schema-root': {
    meaning: msg('A strict schema does not describe an object at its top.'),
    matters: COMES_BACK_400,
    remedy: msg('Put what it describes under a key of an object.'),
    source: STRUCTURED,
  },
  'missing:body.response_format.json_schema.schema': {
    meaning: msg('The schema stands one level too high, or is missing.'),
    matters: COMES_BACK_400,
    remedy: msg('Write it as {example}.', {
      example: '{"type": "json_schema", "json_schema": {"name": "…", "schema": {…}}}',
    }),
    source: STRUCTURED,
  },
  'schema-name-characters': {
    meaning: msg('The name of the schema has characters that the API does not take.'),
    matters: COMES_BACK_400,
    remedy: msg('Use letters from a to z, digits, "_" and "-".'),
    source: OPENAPI,
  },
  'tool-name-characters': {
    meaning: msg('The name of a tool has characters that the API does not take.'),
    matters: msg('The request comes back with status 400 and no answer.'),
    remedy: msg(
      'Use letters from a to z, digits, "_" and "-", here and wherever the tool is called.',
    ),
    source: OPENAPI,
  },
}
