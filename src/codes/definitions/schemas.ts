// What a schema finds, by kind. The placeholder is where in the line it is.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import { MAY_BE_REFUSED } from '../consequences.ts'
import { BATCH_GUIDE, DESCRIPTIONS, JSON_LINES, SDK, issue } from '../sources.ts'

export const entries: CodeEntries = {
  'absent-schema': {
    meaning: msg('response_format names a JSON Schema and does not hold it.'),
    matters: msg(
      'OpenAI then gives JSON of any form, without a word; other servers refuse the request.',
    ),
    remedy: msg('Add the schema in json_schema.schema, or ask for json_object.'),
    source: issue('64bit/async-openai', 534, '2026-03-30'),
  },
  'missing:*': (place) => ({
    meaning: msg('The key {place} is required, and the line does not have it.', { place }),
    matters: msg('The reader of the file refuses the line, or does not know what to do with it.'),
    remedy: msg('Add the key. Where all lines lack it, add it in the program that writes them.'),
    source: DESCRIPTIONS,
  }),
  'type:*': (place) => ({
    meaning: msg(
      'The value at {place} is of another type than the reader takes: a text instead of a number, an object instead of a list.',
      { place },
    ),
    matters: MAY_BE_REFUSED,
    remedy: msg('Write the value in the type that the finding names.'),
    source: DESCRIPTIONS,
  }),
  'type:': {
    meaning: msg('The line holds a value of another type than the format demands.'),
    matters: msg('The reader of the file refuses the line.'),
    remedy: msg('Write the record as the format has it.'),
    source: JSON_LINES,
  },
  'not-an-object': {
    meaning: msg('The line is a text, a number or a list, where an object with keys belongs.'),
    matters: msg('A reader that looks for keys refuses the line or stops at it.'),
    remedy: msg(
      'Write the record as an object. If it is JSON inside of a string, it was encoded twice.',
    ),
    source: BATCH_GUIDE,
  },
  'value:*': (place) => ({
    meaning: msg('The value at {place} is none of those that are allowed there.', { place }),
    matters: MAY_BE_REFUSED,
    remedy: msg('Use one of the values that the finding lists.'),
    source: DESCRIPTIONS,
  }),
  'unknown-value:*': (place) => ({
    meaning: msg(
      'The value at {place} is not in the list that was known when this version was made. The list grows, so it may be new.',
      { place },
    ),
    matters: msg('If it is a slip of the pen, the request comes back with status 400.'),
    remedy: msg('Check its spelling in the provider’s documentation.'),
    source: SDK,
  }),
  'too-small:*': (place) => ({
    meaning: msg('The value at {place} is smaller, shorter or emptier than what is taken there.', {
      place,
    }),
    matters: MAY_BE_REFUSED,
    remedy: msg('Keep to the bound that the finding names.'),
    source: DESCRIPTIONS,
  }),
  'too-big:*': (place) => ({
    meaning: msg('The value at {place} is larger or longer than what is taken there.', { place }),
    matters: MAY_BE_REFUSED,
    remedy: msg('Keep to the bound that the finding names.'),
    source: DESCRIPTIONS,
  }),
  'unknown-key': {
    meaning: msg(
      'The line has a key that the format does not know there: a slip of the pen, a key of another endpoint, or something new.',
    ),
    matters: msg(
      'OpenAI answers 400 with the code unknown_parameter where it does not know a key of a body; other servers leave it out without a word.',
    ),
    remedy: msg('Check its spelling, move it to where it belongs, or remove it.'),
    source: issue('teabranch/open-responses-server', 41, '2025-06-29'),
  },
  'key:*': (place) => ({
    meaning: msg(
      'A name among the keys of {place} is not allowed: it is too long, or has characters that are not taken.',
      { place },
    ),
    matters: MAY_BE_REFUSED,
    remedy: msg('Use a shorter or plainer name.'),
    source: DESCRIPTIONS,
  }),
  'invalid:*': (place) => ({
    meaning: msg('The value at {place} is not as the format describes it.', { place }),
    matters: MAY_BE_REFUSED,
    remedy: msg('Compare it with the provider’s documentation.'),
    source: DESCRIPTIONS,
  }),
}
