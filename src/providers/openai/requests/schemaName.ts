// The name that a JSON Schema needs beside it: letters, digits, `_` and `-`, 64 at most.
// Source: OpenAI's OpenAPI description, ResponseFormatJsonSchema.

const MAX_NAME = 64

/** As JSON: made from the title of the schema, where that leaves anything. */
export function schemaNameOf(schema: Readonly<Record<string, unknown>>): string {
  const title = typeof schema['title'] === 'string' ? schema['title'] : ''
  return JSON.stringify(asSchemaName(title) || 'response')
}

/** What is left of a text as such a name. */
export function asSchemaName(text: string): string {
  return text
    .trim()
    .replaceAll(/[^\w-]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, MAX_NAME)
}
