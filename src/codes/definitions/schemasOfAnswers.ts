// Schemas of answers and tools inside of a request, and their names.
import { msg, sentences } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import {
  COMES_BACK_400,
  MAY_BE_REFUSED,
  PARAMETERS_REFUSED,
  SCHEMA_CODES,
  STRICT_REFUSED,
} from '../consequences.ts'
import { OPENAPI, STRUCTURED, issue } from '../sources.ts'

export const entries: CodeEntries = {
  'strict-schema-open': {
    meaning: msg('With "strict": true every object of the schema has to refuse further keys.'),
    matters: sentences(
      msg('OpenAI answers 400: additionalProperties is required to be supplied and to be false.'),
      SCHEMA_CODES,
    ),
    remedy: msg('Add "additionalProperties": false to every object.'),
    source: issue('agentscope-ai/agentscope-java', 2548, '2026-08-04'),
  },
  'strict-schema-optional': {
    meaning: msg('With "strict": true every key of an object has to be required.'),
    matters: sentences(msg('OpenAI answers 400: required has to include every key.'), SCHEMA_CODES),
    remedy: msg('List all keys in "required"; for one that may be missing, allow null.'),
    source: issue('agentscope-ai/agentscope-java', 2548, '2026-08-05'),
  },
  'strict-schema-root': {
    meaning: msg('A strict schema does not describe an object at its top.'),
    matters: STRICT_REFUSED,
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
  'strict-schema-extra': {
    meaning: msg('"required" of a strict schema names a key that "properties" does not have.'),
    matters: STRICT_REFUSED,
    remedy: msg('Remove the name from "required", or add the property.'),
    source: issue('akitaonrails/ai-memory', 628, '2026-09-04'),
  },
  'strict-schema-keyword': {
    meaning: msg(
      'A strict schema uses a keyword that is not permitted: allOf, oneOf, not, if, then, else, dependentRequired, dependentSchemas, uniqueItems or propertyNames.',
    ),
    matters: STRICT_REFUSED,
    remedy: msg('Write anyOf in place of oneOf; leave the others out.'),
    source: STRUCTURED,
  },
  'strict-schema-untyped': {
    meaning: msg(
      'A strict schema leaves a value open: "type" is missing, or the schema of the value is true or false.',
    ),
    matters: STRICT_REFUSED,
    remedy: msg('Add "type", or describe the value with anyOf or "$ref".'),
    source: issue('can1357/oh-my-pi', 211, '2026-02'),
  },
  'strict-schema-format': {
    meaning: msg('A strict schema names a "format" that is none of the nine that are permitted.'),
    matters: STRICT_REFUSED,
    remedy: msg('Remove it, and say in "description" what the text looks like.'),
    source: issue('cyanheads/git-mcp-server', 47, '2026-05-06'),
  },
  'strict-schema-pattern': {
    meaning: msg('A "pattern" of a strict schema looks ahead or behind, as with {example}.', {
      example: '(?=…)',
    }),
    matters: STRICT_REFUSED,
    remedy: msg('Write it without, or remove it. Zod writes such a pattern for email addresses.'),
    source: issue('vercel/ai', 21037, '2026-09-17'),
  },
  'strict-schema-reference': {
    meaning: msg(
      'A "$ref" of a strict schema leads to nothing, or other keywords stand beside it.',
    ),
    matters: STRICT_REFUSED,
    remedy: msg('Add the definition under "$defs", and move into it what stands beside "$ref".'),
    source: issue('defog-ai/defog', 244, '2026-03-13'),
  },
  'strict-schema-large': {
    meaning: msg(
      'A strict schema has more than 5,000 properties, or its names and fixed values have more than 120,000 characters.',
    ),
    matters: STRICT_REFUSED,
    remedy: msg('Use fewer properties and shorter names, or split the task into several requests.'),
    source: STRUCTURED,
  },
  'strict-schema-enum': {
    meaning: msg(
      'A strict schema lists more than 1,000 values, or the texts of one "enum" of more than 250 values have more than 15,000 characters.',
    ),
    matters: STRICT_REFUSED,
    remedy: msg('List fewer or shorter values, or take any text and check it afterwards.'),
    source: STRUCTURED,
  },
  'strict-schema-deep': {
    meaning: msg('Objects of a strict schema are nested more than 10 deep.'),
    matters: msg(
      'The guide has this limit, but not how it counts, so the request may come back with status 400.',
    ),
    remedy: msg('Make the schema flatter.'),
    source: STRUCTURED,
  },
  'strict-schema-doubtful': {
    meaning: msg(
      'A strict schema has something that may not be permitted: a default, a keyword that OpenAI’s own library refuses, a reference to elsewhere, or an "enum" without "type".',
    ),
    matters: MAY_BE_REFUSED,
    remedy: msg('Change it as the finding says, or try one such request before the batch.'),
    source: STRUCTURED,
  },
  'tool-schema-root': {
    meaning: msg(
      'The parameters of a function are not of type object, or have anyOf, oneOf, allOf, enum or not at the top.',
    ),
    matters: PARAMETERS_REFUSED,
    remedy: msg('Write "type": "object" at the top, and move the alternatives into a property.'),
    source: issue('langchain-ai/langchainjs', 9804, '2026-01-14'),
  },
  'tool-schema-properties': {
    meaning: msg('The parameters of a function are an object without "properties".'),
    matters: msg(
      'OpenAI was seen to answer 400 with the code invalid_function_parameters; not every endpoint and model does.',
    ),
    remedy: msg('Add "properties": {empty}.', { empty: '{}' }),
    source: issue('everruns/everruns', 984, '2026-03-20'),
  },
  'schema-items': {
    meaning: msg('A schema of type array does not say what its elements are: "items" is missing.'),
    matters: STRICT_REFUSED,
    remedy: msg('Add "items" with the schema of an element.'),
    source: issue('mark3labs/mcphost', 35, '2025-04-24'),
  },
  'schema-invalid': {
    meaning: msg(
      'The value of a keyword is of the wrong kind, so this is no JSON Schema: an array where an object belongs, a type that does not exist.',
    ),
    matters: STRICT_REFUSED,
    remedy: msg('Write the value as JSON Schema has it.'),
    source: issue('FoundationAgents/OpenManus', 1162, '2025-06-11'),
  },
}
