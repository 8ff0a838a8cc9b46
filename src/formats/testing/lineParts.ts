// For tests: lines of a batch that are put together from their parts.

const MESSAGES = '"messages":[{"role":"user","content":"Hi"}]'

export function envelope(url: string, body: string): string {
  return `{"custom_id":"r-1","method":"POST","url":"${url}","body":${body}}`
}

/** A chat request with further members in its body. */
export function chat(members: string, model = 'gpt-6-luna'): string {
  return envelope('/v1/chat/completions', `{"model":"${model}",${MESSAGES},${members}}`)
}

export function responses(members: string): string {
  return envelope('/v1/responses', `{"model":"gpt-6-luna",${members}}`)
}

/** A request whose envelope has a key instead of another. */
export function misnamed(key: string, meant: string, model?: string): string {
  return chat('"n":1', model).replace(`"${meant}":`, `"${key}":`)
}
