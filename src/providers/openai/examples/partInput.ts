// Files in the prompt of a chat, in batch input files, good and bad.
import type { FormatDefinition } from '../../../formats/defineFormat.ts'

/** A request whose user sends a text and a file with these members. */
function file(members: string): string {
  const part = `{"type":"file","file":{${members}}}`
  const content = `[{"type":"text","text":"What is in it?"},${part}]`
  return `{"custom_id":"r-1","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":[{"role":"user","content":${content}}]}}`
}

const DATA = '"file_data":"data:application/pdf;base64,JVBERi0="'

export const partExamples: Required<Pick<FormatDefinition['examples'], 'valid' | 'invalid'>> = {
  valid: [file('"file_id":"file-1","filename":"a.pdf"'), file(`"filename":"a.pdf",${DATA}`)],
  invalid: [
    { line: file('"filename":"a.pdf"'), codes: ['file-part-without-source'] },
    { line: file(DATA), codes: ['file-part-without-name'] },
  ],
}
