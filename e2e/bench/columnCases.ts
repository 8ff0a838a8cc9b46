// What is done with the columns of each file: by what it is sorted, which five become a table, and where lines may
// be the same.

export interface ColumnsOfCase {
  /** What the table shows; they become a CSV file, and lines with nothing else. */
  readonly fields: readonly [string, string, string, string, string]
  /** Of the fields the one that leads to numbers by which lines are sorted, and the one that leads to strings. */
  readonly number: string
  readonly string: string
  /** By which duplicates are looked for; no two lines have the same. */
  readonly unique: string
}

const LENGTH = 'length(body.messages[1].content)'
const TOKENS = 'response.body.usage.total_tokens'

/** By the id of the file's case. */
export const COLUMNS: Readonly<Record<string, ColumnsOfCase>> = {
  ascii: {
    fields: [
      'custom_id',
      'body.messages[0].role',
      'body.messages[1].role',
      'body.max_completion_tokens',
      LENGTH,
    ],
    number: LENGTH,
    string: 'custom_id',
    unique: 'custom_id',
  },
  embeddings: {
    fields: ['id', 'custom_id', 'response.request_id', 'response.body.object', TOKENS],
    number: TOKENS,
    string: 'custom_id',
    unique: 'custom_id',
  },
  short: {
    fields: ['n', 'level', 'ok', 'msg', 'length(msg)'],
    number: 'n',
    string: 'msg',
    unique: 'n',
  },
  unordered: {
    fields: ['n', 'id', 't', 'length(id)', 'length(t)'],
    number: 'n',
    string: 'id',
    unique: 'id',
  },
}
