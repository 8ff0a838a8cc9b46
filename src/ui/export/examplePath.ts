/** Stands in empty fields for paths, in every language. */
export const EXAMPLE_PATH = 'body.messages[0].content'
