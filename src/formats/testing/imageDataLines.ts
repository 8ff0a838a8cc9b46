// For tests: lines with images as data URLs that have each fault, and calls whose arguments break off, by format.
import { envelope, responses } from './lineParts.ts'

const PNG = 'data:image/png;base64,'
const START = 'iVBORw0KGgoA'

/** Of each fault, three data URLs. */
const FAULTY: Readonly<Record<string, readonly string[]>> = {
  kind: [
    'data:application/octet-stream;base64,AAAA',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:;base64,AAAA',
  ],
  form: ['data:image/png,AAAA', 'data:image/png;a=b;base64,iVBORw0KGgoA', 'data:image/png'],
  empty: [PNG, 'data:image/jpeg;base64,', `${PNG} `],
  base64: [`${PNG}${START}!AAA`, `${PNG}${START}A`, `${PNG}iVBORw0KGg==oA`],
  alphabet: [`${PNG}${START}-_`, `${PNG}${START}AA_A`, 'data:image/jpeg;base64,_9j_4AA'],
  padding: [`${PNG}${START}AA`, `${PNG}${START}AAA`, `${PNG}${START}AA=`, `${PNG}${START}=`],
  spaces: [`${PNG}${START}\\nAAAA`, `${PNG}${START} AAAA`, `${PNG} ${START}`],
  differs: [`${PNG}\\/9j\\/`, 'data:image/webp;base64,AAAA', 'data:image/jpeg;base64,R0lGODlh'],
}

const URLS = Object.values(FAULTY).flat()

function chatWith(url: string): string {
  return `"messages":[{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image_url","image_url":{"url":"${url}"}}]}`
}

/** What is wrong with images in examples alone: kinds and numbers of them. Sizes are too long to be read here. */
const GIFS = ['R0lGODlh', 'R0lGODdh', 'R0lGODlhAAAA'].map((data) => `data:image/gif;base64,${data}`)
const MANY = [11, 12, 70]

function imageMessage(count: number): string {
  const image = `{"type":"image_url","image_url":{"url":"${PNG}${START}"}}`
  return `{"role":"user","content":[${Array.from({ length: count }, () => image).join()}]}`
}

const BAD = ["{'city': 'Paris'}", '{\\"city\\": Paris}', '{\\"a\\":1,}', 'Paris'] as const

const CUT = ['{\\"city\\": \\"Par', '{\\"a\\":1,', '{\\"a\\":{\\"b\\":[1,2]'] as const

function callMessage(text: string): string {
  return `{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"${text}"}}]}`
}

/** An example with further messages, or another answer, at `key`. */
function comparison(key: string, messages: string): string {
  const answer = '{"role":"assistant","content":"Hello."}'
  const at = (own: string, usual: string): string => (own === key ? messages : usual)
  return `{"input":{"messages":[{"role":"user","content":"Hi"}${key === 'input' ? `,${messages}` : ''}]},"preferred_output":[${at('preferred_output', answer)}],"non_preferred_output":[${at('non_preferred_output', answer)}]}`
}

export const IMAGE_DATA_LINES: Readonly<Record<string, readonly string[]>> = {
  batchInput: [
    ...URLS.map((url) =>
      envelope('/v1/chat/completions', `{"model":"gpt-6-luna",${chatWith(url)}]}`),
    ),
    responses(
      `"input":[{"role":"user","content":[{"type":"input_image","image_url":"${PNG}AAA"}]}]`,
    ),
    responses(
      `"input":[{"type":"function_call","call_id":"c","name":"f","arguments":"{}"},{"type":"function_call_output","call_id":"c","output":[{"type":"input_image","image_url":"${PNG}!AAA"}]}]`,
    ),
    envelope(
      '/v1/moderations',
      '{"model":"omni-moderation-latest","input":[{"type":"image_url","image_url":{"url":"data:image/bmp;base64,Qk0="}}]}',
    ),
    envelope(
      '/v1/images/edits',
      `{"model":"gpt-image-2","prompt":"a lake","images":[{"file_id":"f"},{"image_url":"${PNG}"}]}`,
    ),
    envelope(
      '/v1/images/edits',
      `{"model":"gpt-image-2","prompt":"a lake","images":[{"file_id":"f"}],"mask":{"image_url":"${PNG}${START}é"}}`,
    ),
    ...CUT.map((text) =>
      responses(
        `"input":[{"type":"function_call","call_id":"c","name":"f","arguments":"${text}"},{"type":"function_call_output","call_id":"c","output":"1"}]`,
      ),
    ),
    ...BAD.map((text) =>
      responses(
        `"input":[{"type":"function_call","call_id":"c","name":"f","arguments":"${text}"},{"type":"function_call_output","call_id":"c","output":"1"}]`,
      ),
    ),
    ...['a.b', 'a b', ''].map((name) =>
      responses(
        `"input":[{"type":"function_call","call_id":"c","name":"${name}","arguments":"{}"},{"type":"function_call_output","call_id":"c","output":"1"}]`,
      ),
    ),
  ],
  preferenceFineTuning: [
    ...['input', 'preferred_output', 'non_preferred_output'].map((key) =>
      comparison(key, callMessage("{'a': 1}")),
    ),
    comparison('input', '{"role":"tool","tool_call_id":"c","content":"1"}'),
    comparison('input', `${callMessage('{}')},{"role":"user","content":"Hi"}`),
    comparison('input', imageMessage(11)),
  ],
  reinforcementFineTuning: [
    `{"messages":[${callMessage('{')},{"role":"user","content":"Hi"}],"answer":1}`,
    `{"messages":[${imageMessage(11)}],"answer":1}`,
    `{"messages":[${callMessage('{}')},{"role":"tool","tool_call_id":"c","content":"1"},{"role":"tool","tool_call_id":"c","content":"1"},{"role":"user","content":"Hi"}],"answer":1}`,
  ],
  chatFineTuning: [
    ...URLS.map((url) => `{${chatWith(url)},{"role":"assistant","content":"A bridge."}]}`),
    ...GIFS.map((url) => `{${chatWith(url)},{"role":"assistant","content":"A bridge."}]}`),
    ...MANY.map(
      (count) =>
        `{"messages":[${imageMessage(3)},${imageMessage(count - 3)},{"role":"assistant","content":"A bridge."}]}`,
    ),
    ...[...CUT, ...BAD].map(
      (text) =>
        `{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"${text}"}}]}],"tools":[{"type":"function","function":{"name":"f","parameters":{}}}]}`,
    ),
  ],
}
