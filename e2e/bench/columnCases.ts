// What is done with the columns of each file: by what it is sorted, which five become a table, and where lines may
// be the same.

export interface ColumnsOfCase {
  /** Of the fields by which lines are sorted the first leads to numbers, the second to strings. */
  readonly number: string
  readonly string: string
  /** Become a CSV file, and lines with nothing else. */
  readonly fields: readonly [string, string, string, string, string]
  /** By which duplicates are looked for; no two lines have the same. */
  readonly unique: string
}

const RESPONSE = 'response.body'

/** By the id of the file's case. */
export const COLUMNS: Readonly<Record<string, ColumnsOfCase>> = {
  ascii: {
    number: 'length(body.messages[1].content)',
    string: 'custom_id',
    fields: [
      'custom_id',
      'method',
      'body.model',
      'body.messages[1].role',
      'body.max_completion_tokens',
    ],
    unique: 'custom_id',
  },
  embeddings: {
    number: `${RESPONSE}.usage.total_tokens`,
    string: 'custom_id',
    fields: [
      'id',
      'custom_id',
      'response.status_code',
      `${RESPONSE}.model`,
      `${RESPONSE}.usage.total_tokens`,
    ],
    unique: 'custom_id',
  },
  short: {
    number: 'n',
    string: 'msg',
    fields: ['n', 'level', 'ok', 'msg', 'length(msg)'],
    unique: 'n',
  },
  unordered: {
    number: 'n',
    string: 'id',
    fields: ['n', 'id', 't', 'length(id)', 'length(t)'],
    unique: 'id',
  },
}
