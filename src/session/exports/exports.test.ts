// Exports of a document as it is now: its edits, its order, its views and what is chosen.
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { valueOf } from '../../base/testing/valueOf.ts'
import type { ExportChoice, ExportSelection } from '../../contracts/documentApi.ts'
import type { Progress } from '../../contracts/progress.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { createMemoryFile } from '../testing/memoryFile.ts'
import { idAt, openText, type OpenedText } from '../testing/openText.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const ALL = { kind: 'all' } as const
const PLAIN = { byteOrderMark: false }

async function exported({ session }: OpenedText, choice: ExportChoice): Promise<Uint8Array> {
  const { blob } = valueOf(await session.exportBlob({ ...choice, jobId: 'export' }, () => {}))
  return new Uint8Array(await blob.arrayBuffer())
}

async function textOf(opened: OpenedText, choice: ExportChoice): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exported(opened, choice))
}

/** Lines 0 to 5; then one is edited, one deleted, one added, one moved up, and one is broken. */
async function edited(): Promise<OpenedText> {
  const opened = await openText(Array.from({ length: 6 }, (_, n) => `{"n":${n}}`).join('\r\n'), {
    formatId: 'plainJsonl',
  })
  const { session } = opened
  const at = async (index: number) => {
    const id = await idAt(session, index)
    if (id === undefined) throw new Error(`no line ${index}`)
    return id
  }
  await session.edit({ kind: 'replace', id: await at(1), texts: ['{"n":"one","x":[1]}'] })
  await session.edit({ kind: 'delete', ids: [await at(2)] })
  await session.edit({ kind: 'insert', at: 4, texts: ['{"n":9007199254740993}', '', '{"n":'] })
  await session.edit({ kind: 'move', id: await at(1), by: -1 })
  return opened
}

describe('an export is of the document as it is now', () => {
  test('all lines, in their order', async () => {
    const opened = await edited()
    const choice = { selection: ALL, exporterId: 'csv', options: PLAIN }
    expect(await textOf(opened, choice)).toBe(
      'n,x\r\none,[1]\r\n0,\r\n3,\r\n4,\r\n9007199254740993,\r\n5,\r\n',
    )
    const { notes } = valueOf(
      await opened.session.exportBlob({ ...choice, jobId: 'again' }, () => {}),
    )
    expect(inEnglish(notes)).toEqual(['2 lines that are blank or not valid JSON were left out.'])
  })

  test.each<[ExportSelection, string]>([
    [{ kind: 'view', view: { kind: 'edited' } }, '"one"\n9007199254740993\n'],
    [{ kind: 'invalid' }, ''],
    [{ kind: 'chosen' }, '0\n9007199254740993\n'],
  ])('of %o these', async (selection, expected) => {
    const opened = await edited()
    for (const row of [1, 4, 5]) {
      await opened.session.choose({ kind: 'toggle', view: ALL, row: { row } })
    }
    const options = { field: 'n' }
    expect(await textOf(opened, { selection, exporterId: 'textOfField', options })).toBe(
      expected.replaceAll('"', ''),
    )
    const { text } = valueOf(
      await opened.session.exportPreview({ selection, exporterId: 'textOfField', options }),
    )
    expect(text).toBe(expected.replaceAll('"', ''))
  })

  test('what is compressed is the plain export to the bit', async () => {
    const opened = await edited()
    const packed = await exported(opened, { selection: ALL, exporterId: 'jsonlGz' })
    const plain = await exported(opened, { selection: ALL, exporterId: 'jsonl' })
    expect(gunzipSync(packed).equals(plain)).toBe(true)
  })
})

describe('lines in the order shown', () => {
  async function sorted(): Promise<OpenedText> {
    const opened = await openText('\uFEFF{"n":3}\r\n{"n":1,"x":"y"}\n\n{"n":20}\nno\r\n{"n":2}', {
      formatId: 'plainJsonl',
    })
    await opened.session.setColumns({ [opened.facts().columnsKey]: [{ id: '=n', field: 'n' }] })
    const by = { kind: 'column', id: '=n' } as const
    valueOf(await opened.session.sortRows({ by, isDescending: true }, 'sort', () => {}))
    return opened
  }

  test.each<[string, Partial<ExportChoice>, string]>([
    ['jsonl', {}, '{"n":20}\n{"n":3}\n{"n":2}\n{"n":1,"x":"y"}\nno\n\n'],
    ['csv', { options: PLAIN }, 'n,x\r\n20,\r\n3,\r\n2,\r\n1,y\r\n'],
    ['jsonlFields', { options: { fields: ['n'] } }, '{"n":20}\n{"n":3}\n{"n":2}\n{"n":1}\n'],
    ['jsonArray', {}, '[{"n":20},\n{"n":3},\n{"n":2},\n{"n":1,"x":"y"}]'],
    ['csv', { options: PLAIN, selection: { kind: 'chosen' } }, 'n,x\r\n20,\r\n1,y\r\n'],
    ['jsonl', { selection: { kind: 'invalid' } }, 'no\n'],
  ])('%s, %o', async (exporterId, more, expected) => {
    const opened = await sorted()
    for (const row of [0, 3]) {
      await opened.session.choose({ kind: 'toggle', view: ALL, row: { row } })
    }
    const choice = { selection: ALL, exporterId, ...more }
    const text = await textOf(opened, { ...choice, order: 'shown' })
    expect(text.replaceAll('\r', '').replaceAll(/\s*([[\]])\s*/g, '$1')).toBe(
      expected.replaceAll('\r', ''),
    )
    const preview = valueOf(await opened.session.exportPreview({ ...choice, order: 'shown' }))
    expect(preview.text.replaceAll('\r', '')).toBe(text.replaceAll('\r', ''))
    // In the file's order where that is chosen, or where no rows are sorted.
    const inFile = await textOf(opened, { ...choice, order: 'file' })
    expect(await textOf(opened, choice)).toBe(inFile)
    await opened.session.unsortRows()
    expect(await textOf(opened, { ...choice, order: 'shown' })).toBe(inFile)
  })
})

test('only an export that has every line as it is counts as one of the document', async () => {
  const opened = await edited()
  for (const exporterId of ['csv', 'tsv', 'prettyArray', 'markdownTable']) {
    await exported(opened, { selection: ALL, exporterId })
    expect([opened.facts().isDirty, opened.facts().isExported]).toEqual([true, false])
  }
  await exported(opened, { selection: { kind: 'valid' }, exporterId: 'jsonlGz' })
  expect(opened.facts().isExported).toBe(false)
  await exported(opened, { selection: ALL, exporterId: 'jsonlGz' })
  expect([opened.facts().isDirty, opened.facts().isExported]).toEqual([true, true])
})

test('a Markdown table of too many lines is refused before anything is written', async () => {
  const opened = await openText('{"a":1}\n'.repeat(1001))
  const choice = { selection: ALL, exporterId: 'markdownTable' }
  const refusal =
    '“Markdown table” is for 1,000 lines at most, and these are 1,001. Choose fewer lines, or another kind of file.'
  const file = createMemoryFile()
  const written = await opened.session.exportToFile(
    { ...choice, jobId: 'x' },
    file.handle,
    () => {},
  )
  expect(written.ok || inEnglish(written.failure.message)).toBe(refusal)
  const preview = valueOf(await opened.session.exportPreview(choice))
  expect(inEnglish(preview.refusal)).toBe(refusal)
})

describe('a preview', () => {
  test('has the first lines, how many are left out, and about how long it will be', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) =>
      i % 10 === 0 ? 'broken' : `{"n":${i},"text":"${'x'.repeat(90)}"}`,
    )
    const opened = await openText(lines.join('\n'), { formatId: 'plainJsonl' })
    const choice = { selection: ALL, exporterId: 'csv', options: PLAIN }
    const preview = valueOf(await opened.session.exportPreview(choice))
    const whole = await textOf(opened, choice)
    expect(whole.startsWith(preview.text)).toBe(true)
    expect(preview).toMatchObject({ lines: 3000, leftOut: 300, isWhole: false })
    expect(preview.paths).toEqual(['text', 'n'])
    expect(Math.abs((preview.bytes ?? 0) / whole.length - 1)).toBeLessThan(0.05)
  })

  test('of few lines is the whole', async () => {
    const opened = await openText('\uFEFF{"a":"x"}\n{"a":null}\n')
    const choice = { selection: ALL, exporterId: 'tsv' }
    const preview = valueOf(await opened.session.exportPreview(choice))
    expect(preview).toMatchObject({ text: await textOf(opened, choice), isWhole: true, bytes: 10 })
  })

  test('says what is missing', async () => {
    const { session } = await openText('{"a":1}\n')
    const refusals = [
      { exporterId: 'textOfField' },
      { exporterId: 'textOfField', options: { field: 'a[' } },
      { exporterId: 'csv', options: { fields: [] } },
    ].map(async (choice) => {
      return inEnglish(valueOf(await session.exportPreview({ ...choice, selection: ALL })).refusal)
    })
    expect(await Promise.all(refusals)).toEqual([
      'Choose a field.',
      '“a[” is no path of a field. Paths look like body.messages[0].content.',
      'Choose at least one field.',
    ])
  })

  test('of an empty document is there', async () => {
    const { session } = await openText('')
    for (const exporterId of ['jsonl', 'csv', 'prettyArray', 'jsonlGz', 'markdownTable']) {
      const preview = valueOf(await session.exportPreview({ selection: ALL, exporterId }))
      expect(preview).toMatchObject({ lines: 0, leftOut: 0, isWhole: true })
    }
  })
})

describe('columns of the table', () => {
  const columnsOf = async (opened: OpenedText) =>
    valueOf(
      await opened.session.exportPreview({ selection: ALL, exporterId: 'csv' }),
    ).tableColumns.map(({ text }) => text)

  test('are those that it shows, in their order', async () => {
    const opened = await openText('{"a":"x","b":{"c":[1,2]}}\n{"a":"y"}\n', {
      formatId: 'plainJsonl',
    })
    const choice = { selection: ALL, exporterId: 'csv', options: { ...PLAIN, fields: 'table' } }
    expect(await columnsOf(opened)).toEqual(['a', '$'])
    expect(await textOf(opened, choice)).toBe(
      'a,line\r\nx,"{""a"":""x"",""b"":{""c"":[1,2]}}"\r\ny,"{""a"":""y""}"\r\n',
    )
    await opened.session.setColumns({
      [opened.facts().columnsKey]: [
        { id: '=length(b.c)', field: 'length(b.c)' },
        { id: '=b.c[*]', field: 'b.c[*]' },
        { id: 'a' },
        { id: 'gone' },
      ],
    })
    expect(await columnsOf(opened)).toEqual(['length(b.c)', 'b.c[*]', 'a'])
    expect(await textOf(opened, choice)).toBe('length(b.c),b.c[*],a\r\n2,"[1,2]",x\r\n,,y\r\n')
  })

  test('with several paths have a name; those that are the same in all lines are not shown', async () => {
    const line = (n: number) =>
      `{"custom_id":"r${n}","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4o","messages":[{"role":"user","content":"q${n}"}]}}`
    const opened = await openText(`${line(1)}\n${line(2)}\n`)
    expect((await columnsOf(opened)).map((text) => text.slice(0, 12))).toEqual([
      'custom_id',
      '"preview": b',
    ])
    const options = { ...PLAIN, fields: 'table' }
    expect(await textOf(opened, { selection: ALL, exporterId: 'csv', options })).toBe(
      'custom_id,preview\r\nr1,q1\r\nr2,q2\r\n',
    )
  })

  test('are all fields where it shows lines as text', async () => {
    const opened = await openText('{"a":1}\n[1]\n[2]\n', { formatId: 'plainJsonl' })
    expect(await columnsOf(opened)).toEqual([])
    const options = { ...PLAIN, fields: 'table' }
    expect(await textOf(opened, { selection: ALL, exporterId: 'csv', options })).toBe(
      'a,value\r\n1,\r\n,[1]\r\n,[2]\r\n',
    )
  })
})

test('of keys that stand twice the last counts, in edited lines as well', async () => {
  const twice = (n: number) =>
    `{"a":{"b":0},"a":{"b":${n},"__proto__":"p"},"\\u0062":"x","b":${n}.0}`
  const opened = await openText(`${twice(1)}\n${twice(2)}\n`, { formatId: 'plainJsonl' })
  const id = await idAt(opened.session, 1)
  if (id === undefined) throw new Error('no line')
  await opened.session.edit({ kind: 'replace', id, texts: [twice(3)] })
  const options = { ...PLAIN, fields: ['a.b', 'b', 'a.__proto__'] }
  expect(await textOf(opened, { selection: ALL, exporterId: 'csv', options })).toBe(
    'a.b,b,a.__proto__\r\n1,1.0,p\r\n3,3.0,p\r\n',
  )
})

test('fields are those of all lines that are meant, with how many have them', async () => {
  const { session } = await openText('{"a":{"b":1}}\n{"a":{"c":2},"d.e":3}\nbroken\n{"a":4}\n')
  const fieldsOf = async (nested: string) => {
    const request = {
      jobId: 'f',
      selection: ALL,
      exporterId: 'csv',
      options: { nested, fields: [] },
    }
    const { fields } = valueOf(await session.exportFields(request, () => {}))
    return fields.map(({ path, title, lines }) => [path, title, lines])
  }
  expect(await fieldsOf('json')).toEqual([
    ['a', 'a', 3],
    ['["d.e"]', 'd.e', 1],
  ])
  expect(await fieldsOf('flat')).toEqual([
    ['a.b', 'a.b', 1],
    ['a.c', 'a.c', 1],
    ['["d.e"]', 'd.e', 1],
    ['a', 'a', 1],
  ])
})

test.each(['csv', 'prettyArray', 'jsonlGz'])(
  '%s comes to its end with its last byte, and can be cancelled',
  async (exporterId) => {
    // So that no report is held back.
    let now = 0
    vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000))
    const opened = await openText(
      Array.from({ length: 60_000 }, (_, n) => `{"n":${n},"text":"${'y'.repeat(60)}"}`).join('\n'),
    )
    const reports: Progress[] = []
    const file = createMemoryFile()
    const request = { jobId: 'job', selection: ALL, exporterId }
    const { bytes } = valueOf(
      await opened.session.exportToFile(request, file.handle, (now) => reports.push(now)),
    )
    expect(bytes).toBeGreaterThan(0)
    expect(reports.at(-1)?.done).toBe(reports.at(-1)?.total)
    const stopped = opened.session.exportToFile(request, createMemoryFile().handle, () => {
      void opened.session.cancel('job')
    })
    expect(await stopped).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  },
)
