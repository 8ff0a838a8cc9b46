// Urls that rules and schemas name. Each is the `url` of a definition, which endpoints.test.ts checks.
export const CHAT_COMPLETIONS = '/v1/chat/completions'
export const EMBEDDINGS = '/v1/embeddings'
export const RESPONSES = '/v1/responses'
export const MODERATIONS = '/v1/moderations'
export const COMPLETIONS = '/v1/completions'
export const IMAGE_GENERATIONS = '/v1/images/generations'
export const IMAGE_EDITS = '/v1/images/edits'
