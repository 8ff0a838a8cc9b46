// The content of a file needs a name, by whose ending the API tells what it is: that is told by the data URL.
import { setMember } from '../../../json/spliceText.ts'
import { valueAt } from '../../../json/jsonPath.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'text/csv': 'csv',
  'text/html': 'html',
  'application/json': 'json',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
}

/** "%PDF-" in base64. */
const PDF = 'JVBERi0'

export const fix = defineFix({
  id: 'nameFile',
  title: msg('Give the file a name'),
  order: 57,
  codes: ['file-part-without-name'],
  safeForAll: true,
  propose({ text, diagnostic: { path } }) {
    const line = parseObject(text)
    if (!path || !line) return undefined
    const part = path.slice(0, -1)
    const data = valueAt(line, path)
    if (path.at(-1) !== 'file_data' || typeof data !== 'string') return undefined
    if (typeof valueAt(line, [...part, 'filename']) === 'string') return undefined
    const ending = endingOf(data)
    if (ending === undefined) return undefined
    return replaceBy(setMember(text, part, 'filename', JSON.stringify(`file.${ending}`)))
  },
  examples: [
    {
      code: 'file-part-without-name',
      path: ['body', 'messages', 0, 'content', 0, 'file', 'file_data'],
      before:
        '{"body": {"messages": [{"content": [{"type": "file", "file": {"file_data": "data:application/pdf;base64,JVBERi0="}}]}], "n": 1.0}}',
      after: [
        '{"body": {"messages": [{"content": [{"type": "file", "file": {"file_data": "data:application/pdf;base64,JVBERi0=", "filename": "file.pdf"}}]}], "n": 1.0}}',
      ],
    },
    {
      code: 'file-part-without-name',
      path: ['body', 'input', 0, 'content', 1, 'file_data'],
      before:
        '{"body":{"input":[{"content":[{"text":"filename"},{"type":"input_file","file_data":"data:text/csv;base64,YQ==","filename":null}]}]}}',
      after: [
        '{"body":{"input":[{"content":[{"text":"filename"},{"type":"input_file","file_data":"data:text/csv;base64,YQ==","filename":"file.csv"}]}]}}',
      ],
    },
    {
      code: 'file-part-without-name',
      path: ['body', 'input', 0, 'content', 0, 'file_data'],
      before: '{"body":{"input":[{"content":[{"file_data":"JVBERi0xLjc=","問":"\\"}"}]}]}}',
      after: [
        '{"body":{"input":[{"content":[{"file_data":"JVBERi0xLjc=","問":"\\"}","filename":"file.pdf"}]}]}}',
      ],
    },
  ],
})

function endingOf(data: string): string | undefined {
  if (data.startsWith(PDF)) return 'pdf'
  const type = /^data:([^;,]{1,100})[;,]/i.exec(data.slice(0, 120))?.[1]?.toLowerCase()
  return type !== undefined && Object.hasOwn(ENDINGS, type) ? ENDINGS[type] : undefined
}
