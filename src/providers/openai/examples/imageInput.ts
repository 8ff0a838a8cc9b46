// Lines for /v1/images/generations and /v1/images/edits in batch input files, good and bad.
import type { FormatDefinition } from '../../../formats/defineFormat.ts'

function line(endpoint: string, members: string): string {
  return `{"custom_id":"r-1","method":"POST","url":"/v1/images/${endpoint}","body":{"model":"gpt-image-2"${members}}}`
}

function made(members = ''): string {
  return line('generations', `,"prompt":"a bridge"${members}`)
}

function edited(images: string, members = ''): string {
  return line('edits', `,"prompt":"add snow","images":${images}${members}`)
}

const FILE = '[{"file_id":"file-1"}]'

export const imageExamples: Pick<FormatDefinition['examples'], 'valid' | 'invalid'> = {
  valid: [
    made(),
    made(
      ',"n":2,"size":"1536x1024","quality":"xhigh","background":"transparent","output_format":"webp","output_compression":80,"moderation":"low","user":"u-1"',
    ),
    made(
      ',"output_format":"gif","frame_count":4,"frame_duration_ms":120,"complexity":"high","safety_identifier":"s-1"',
    ),
    made(',"output_format":"svg","svg":{"model":"m","reasoning":{"effort":"low"}}'),
    made(',"output_format":"png","output_compression":100,"partial_images":0,"n":10'),
    made(',"partial_images":2,"response_format":null'),
    edited(FILE, ',"partial_images":3'),
    edited(FILE),
    edited(
      '[{"image_url":"https://example.com/a.png"},{"file_id":"file-2"}]',
      ',"mask":{"file_id":"file-3"},"input_fidelity":"high","size":"auto","n":1',
    ),
  ],
  invalid: [
    { line: line('generations', ''), codes: ['missing:body.prompt'] },
    { line: made(',"n":10.001'), codes: ['type:body.n'] },
    { line: made(',"n":11'), codes: ['too-big:body.n'] },
    { line: made(',"quality":""'), codes: ['value:body.quality'] },
    { line: made(',"quality":"ultra"'), codes: ['unknown-value:body.quality'] },
    { line: made(',"background":"white"'), codes: ['value:body.background'] },
    { line: made(',"frame_count":1'), codes: ['too-small:body.frame_count'] },
    { line: made(',"size":"1024x1000"'), codes: ['image-size'] },
    {
      line: made(',"response_format":"b64_json","style":"vivid"'),
      codes: ['model-refuses:response_format', 'model-refuses:style'],
    },
    { line: edited(FILE, ',"response_format":"url"'), codes: ['model-refuses:response_format'] },
    { line: edited(FILE, ',"output_compression":99'), codes: ['image-png-compression'] },
    { line: made(',"output_compression":80'), codes: ['image-png-compression'] },
    {
      line: made(',"output_format":"png","output_compression":0'),
      codes: ['image-png-compression'],
    },
    {
      line: made(',"output_format":"gif","output_compression":50'),
      codes: ['image-format-parameter'],
    },
    { line: made(',"output_format":"svg","n":2'), codes: ['image-format-parameter'] },
    {
      line: edited(FILE, ',"output_format":"gif","mask":{"file_id":"file-2"}'),
      codes: ['image-format-parameter'],
    },
    {
      line: made(',"output_format":"jpeg","output_compression":101'),
      codes: ['too-big:body.output_compression'],
    },
    { line: made(',"size":1024'), codes: ['type:body.size'] },
    { line: made(',"stream":true'), codes: ['streaming-unsupported'] },
    { line: made(',"images":[{"file_id":"file-1"}]'), codes: ['misplaced:body.images'] },
    {
      line: line('generations', ',"messages":[{"role":"user","content":"a bridge"}]'),
      codes: ['missing:body.prompt', 'misplaced:body.messages'],
    },
    { line: edited('[]'), codes: ['too-small:body.images'] },
    { line: edited('["https://example.com/a.png"]'), codes: ['type:body.images[]'] },
    { line: edited('[{}]'), codes: ['image-source'] },
    {
      line: edited('[{"image_url":"https://example.com/a.png","file_id":"file-1"}]'),
      codes: ['image-source'],
    },
    { line: edited(FILE, ',"size":"large"'), codes: ['image-size-form'] },
    { line: edited(FILE, ',"size":"1000x1000"'), codes: ['image-size'] },
    { line: edited(FILE, ',"mask":{}'), codes: ['image-source'] },
    {
      line: line('edits', ',"prompt":"add snow","image":"https://example.com/a.png"'),
      codes: ['misnamed:body.image'],
    },
    { line: line('edits', `,"images":${FILE}`), codes: ['missing:body.prompt'] },
    { line: edited(FILE).replace('"add snow"', '""'), codes: ['too-small:body.prompt'] },
    { line: edited(FILE, ',"output_compression":101'), codes: ['too-big:body.output_compression'] },
    { line: edited(FILE, ',"input_fidelity":"medium"'), codes: ['value:body.input_fidelity'] },
  ],
}
