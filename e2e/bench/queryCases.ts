// What each file is asked, in the app's words and in those of the programs that people would ask otherwise.
// The fields are there in all lines of the file.

export interface QueryOfCase {
  /** A row of the report. */
  readonly title: string
  readonly query: string
  /** A condition of `select`. */
  readonly jq: string
  /** An expression of `line`, which is what `json.loads` gave. */
  readonly python: string
  /** Of DuckDB: the columns that it has to read, with their types, and the condition. */
  readonly sql: { readonly columns: Readonly<Record<string, string>>; readonly where: string }
}

/** Titles of rows. */
export const QUERY_TITLES = {
  one: 'Query on one field',
  three: 'Query on three fields',
  each: 'Query on a field of every element',
} as const

const { one: ONE, three: THREE, each: EACH } = QUERY_TITLES

/** From the key to the first line that matches, while the rest of the file is read. */
export const FIRST_ROWS_OF_QUERY = 'First rows of a query'

const LAST_ID: QueryOfCase = {
  title: ONE,
  query: 'custom_id ends with "999999"',
  jq: '.custom_id | endswith("999999")',
  python: 'line["custom_id"].endswith("999999")',
  sql: { columns: { custom_id: 'VARCHAR' }, where: "suffix(custom_id, '999999')" },
}

/** By the id of the file's case. */
export const QUERIES: Readonly<Record<string, readonly QueryOfCase[]>> = {
  ascii: [
    LAST_ID,
    {
      title: THREE,
      query: 'method = "POST" and body.max_completion_tokens > 256 and body.model = "gpt-5.4-mini"',
      jq: '.method == "POST" and .body.max_completion_tokens > 256 and .body.model == "gpt-5.4-mini"',
      python:
        'line["method"] == "POST" and line["body"]["max_completion_tokens"] > 256' +
        ' and line["body"]["model"] == "gpt-5.4-mini"',
      sql: {
        columns: {
          method: 'VARCHAR',
          body: 'STRUCT(model VARCHAR, max_completion_tokens BIGINT)',
        },
        where:
          "method = 'POST' and body.max_completion_tokens > 256 and body.model = 'gpt-5.4-mini'",
      },
    },
    {
      title: EACH,
      query: 'body.messages[*].role = "tool"',
      jq: 'any(.body.messages[]; .role == "tool")',
      python: 'any(message["role"] == "tool" for message in line["body"]["messages"])',
      sql: {
        columns: { body: 'STRUCT(messages STRUCT("role" VARCHAR)[])' },
        where: "list_contains(list_transform(body.messages, lambda x: x.role), 'tool')",
      },
    },
  ],
  output: [
    LAST_ID,
    {
      title: THREE,
      query: 'response.status_code = 200 and error != null and custom_id = "none"',
      jq: '.response.status_code == 200 and .error != null and .custom_id == "none"',
      python:
        'line["response"]["status_code"] == 200 and line["error"] is not None' +
        ' and line["custom_id"] == "none"',
      sql: {
        columns: {
          custom_id: 'VARCHAR',
          response: 'STRUCT(status_code BIGINT)',
          error: 'JSON',
        },
        where: "response.status_code = 200 and error is not null and custom_id = 'none'",
      },
    },
    {
      title: EACH,
      query: 'response.body.choices[*].finish_reason = "none"',
      jq: 'any(.response.body.choices[]; .finish_reason == "none")',
      python:
        'any(choice["finish_reason"] == "none" for choice in line["response"]["body"]["choices"])',
      sql: {
        columns: { response: 'STRUCT(body STRUCT(choices STRUCT(finish_reason VARCHAR)[]))' },
        where:
          "list_contains(list_transform(response.body.choices, lambda x: x.finish_reason), 'none')",
      },
    },
  ],
  embeddings: [
    LAST_ID,
    {
      title: EACH,
      query: 'length(response.body.data[*].embedding) < 1536',
      jq: 'any(.response.body.data[]; (.embedding | length) < 1536)',
      python: 'any(len(each["embedding"]) < 1536 for each in line["response"]["body"]["data"])',
      sql: {
        columns: { response: 'STRUCT(body STRUCT(data STRUCT(embedding JSON)[]))' },
        where:
          'len(list_filter(response.body.data, lambda x: json_array_length(x.embedding) < 1536)) > 0',
      },
    },
  ],
  short: [
    {
      title: ONE,
      query: 'n = 1000999999',
      jq: '.n == 1000999999',
      python: 'line["n"] == 1000999999',
      sql: { columns: { n: 'BIGINT' }, where: 'n = 1000999999' },
    },
  ],
}

/**
 * By the id of the file's case: finds some lines, of which the first is further down than the table shows, and near
 * the beginning of the file.
 */
export const FEW_LINES: Readonly<Record<string, string>> = {
  ascii: 'custom_id ends with "9999"',
  output: 'custom_id ends with "9999"',
  embeddings: 'custom_id ends with "9999"',
  short: 'n = 1000009999 or n = 1000019999',
}
