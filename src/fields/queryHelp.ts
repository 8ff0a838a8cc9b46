// The one page of help on queries: what can be written, by examples that are queries themselves.
import { type Message, msg } from '../i18n/message.ts'

export interface QueryHelpRow {
  readonly example: string
  readonly meaning: Message
}

export interface QueryHelpSection {
  readonly title: Message
  readonly rows: readonly QueryHelpRow[]
}

export const QUERY_HELP: readonly QueryHelpSection[] = [
  {
    title: msg('Compare'),
    rows: [
      { example: 'level = "error"', meaning: msg('Text stands in quotes; case counts.') },
      {
        example: 'body.max_tokens > 1000',
        meaning: msg('Numbers and texts have an order: <, <=, >, >=.'),
      },
      {
        example: 'level != "error"',
        meaning: msg('Not equal; also true of lines that have no such field.'),
      },
      { example: 'stream = true', meaning: msg('true, false and null stand without quotes.') },
      { example: 'status in (429, 500)', meaning: msg('One of several values; also “not in”.') },
    ],
  },
  {
    title: msg('Look into text'),
    rows: [
      { example: 'custom_id starts with "eval-"', meaning: msg('How a text begins.') },
      { example: 'file ends with ".png"', meaning: msg('How a text ends.') },
      { example: 'message contains "timeout"', meaning: msg('What stands in a text.') },
      {
        example: 'body.model matches /^gpt-4/i',
        meaning: msg('A regular expression; with i, capitals and small letters are the same.'),
      },
    ],
  },
  {
    title: msg('Ask about a field'),
    rows: [
      { example: 'exists(body.user)', meaning: msg('The line has the field, null included.') },
      {
        example: 'type(input) = "array"',
        meaning: msg('Its type: object, array, string, number, boolean or null.'),
      },
      {
        example: 'length(messages) > 10',
        meaning: msg('Characters of a text, elements of an array, keys of an object.'),
      },
      {
        example: 'verdict = "invalid"',
        meaning: msg('What the check says of the line: valid, warning, invalid or blank.'),
      },
      {
        example: 'edited',
        meaning: msg('The line was edited or added here; “not edited”: it is as in the file.'),
      },
    ],
  },
  {
    title: msg('Name a field'),
    rows: [
      { example: 'messages[0].role = "system"', meaning: msg('An element, counted from 0.') },
      { example: 'messages[-1].role = "user"', meaning: msg('Counted from the end.') },
      { example: 'messages[*].role = "tool"', meaning: msg('Any of the elements.') },
      { example: '["a key"]["x.y"] = 1', meaning: msg('A key with spaces, dots or other signs.') },
      {
        example: '$.verdict = "pass"',
        meaning: msg('A field that is called like a word of queries.'),
      },
      { example: 'type($) = "array"', meaning: msg('The whole value of the line.') },
    ],
  },
  {
    title: msg('Join tests'),
    rows: [
      {
        example: 'level = "error" and (user.id = 1 or not exists(user))',
        meaning: msg(
          '“and” binds more closely than “or”. Capitals or small letters do not matter here.',
        ),
      },
    ],
  },
]
