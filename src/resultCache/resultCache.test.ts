import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { LineId } from '../base/units.ts'
import { createDevice, type OpenedFile, settled } from '../session/testing/device.ts'
import { sampledRanges } from './fileFingerprint.ts'
import { CACHE_LIMITS } from './resultCache.ts'
import { runs } from '../tooling/runs.ts'

function request(id: string, model = 'gpt-6-luna'): string {
  return JSON.stringify({
    custom_id: id,
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model, messages: [{ role: 'user', content: 'Hello' }] },
  })
}

const FILE = [
  request('a'),
  request('b'),
  request('a'),
  '',
  request('c').replace(/}$/, ',}'),
  request('d'),
].join('\n')

describe('a file opened again', () => {
  test('has what the first reading found out, and says so', async () => {
    const device = createDevice()
    const first = await device.open(FILE)
    expect(first.facts()).toMatchObject({ isCached: false, invalid: 2, blank: 1 })
    expect(device.store.files.size).toBe(1)
    const again = await device.open(FILE)
    expect(again.facts()).toMatchObject({ isCached: true, state: 'ready' })
    expect(await again.lasting()).toEqual(await first.lasting())
    expect(await again.rows()).toEqual(await first.rows())
    expect(await again.rows({ kind: 'invalid' })).toEqual(await first.rows({ kind: 'invalid' }))
  })

  test('knows the keys of lines that it never read', async () => {
    const device = createDevice()
    await device.open(FILE)
    const { session, facts } = await device.open(FILE)
    await session.edit({ kind: 'insert', at: 6, texts: [request('d')] })
    expect(facts().invalid).toBe(3)
    await session.edit({ kind: 'delete', ids: [0 as LineId] })
    expect(facts().invalid).toBe(2)
    const detail = await session.readLine(5 as LineId)
    expect(detail.ok && detail.value.diagnostics[0]?.relatedLines).toEqual([6])
  })

  test('is read again when that is asked for', async () => {
    const device = createDevice()
    await device.open(FILE)
    expect((await device.open(FILE, { ignoreCache: true })).facts().isCached).toBe(false)
    expect((await device.open(FILE)).facts().isCached).toBe(true)
  })

  test('is validated as the format that was chosen last', async () => {
    const device = createDevice()
    const first = await device.open(FILE)
    await first.session.setFormat('plainJsonl', 'job')
    await settled(first.session)
    const again = await device.open(FILE)
    expect(again.facts()).toMatchObject({ isCached: true, formatId: 'plainJsonl', invalid: 1 })
    expect(again.facts().formatDetected).toBe(false)
    await again.session.setFormat('batchInput', 'job')
    expect(again.facts()).toMatchObject({ isCached: false, invalid: 2 })
  })

  test('has the verdicts of the file, not of edits or of a search', async () => {
    const device = createDevice()
    const first = await device.open(FILE)
    await first.session.edit({ kind: 'delete', ids: [2 as LineId] })
    await first.session.setFormat('plainJsonl', 'job')
    await settled(first.session)
    const second = await device.open(FILE)
    expect(second.facts()).toMatchObject({ isCached: true, formatId: 'batchInput', lines: 6 })
    await second.session.search({ text: 'gpt', isRegExp: false, matchCase: false }, 'job', () => {})
    await second.session.setFormat('plainJsonl', 'job')
    await settled(second.session)
    const third = await device.open(FILE)
    expect(third.facts()).toMatchObject({ isCached: true, formatId: 'plainJsonl', matches: 0 })
    expect(await third.exported()).toBe(FILE)
  })

  test('may be empty, or one line, or of huge lines', async () => {
    for (const content of [
      '',
      '\n',
      '{',
      `{"a":"${'x'.repeat(300_000)}"}\n{"b":1}`,
      '\uFEFF{}\r\n{}',
    ]) {
      const device = createDevice()
      const first = await device.open(content)
      const again = await device.open(content)
      expect(again.facts().isCached).toBe(true)
      expect(await again.lasting()).toEqual(await first.lasting())
      expect(await again.rows()).toEqual(await first.rows())
      expect(await again.exported()).toBe(content)
    }
  })
})

describe('what is not believed', () => {
  test('an entry with any damage', async () => {
    const device = createDevice()
    const first = await device.open(FILE)
    const [name, whole] = [...device.store.files][0] ?? ['', new Uint8Array()]
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(255), fc.boolean(), async (place, by, isCut) => {
        const at = place % whole.length
        const damaged = isCut ? whole.slice(0, at) : whole.slice()
        if (!isCut) damaged[at] = (damaged[at] as number) ^ (by || 1)
        device.store.files.set(name, damaged)
        const again = await device.open(FILE)
        expect(again.facts().isCached).toBe(false)
        expect(await again.lasting()).toEqual(await first.lasting())
        // And what was read instead is kept in its place.
        expect((await device.open(FILE)).facts().isCached).toBe(true)
      }),
      runs(10),
    )
  })

  test('an entry under the name of another file', async () => {
    const device = createDevice()
    await device.open(FILE)
    const other = FILE.replace('Hello', 'Hullo')
    await device.open(other)
    const [[first], [, bytes]] = [...device.store.files] as [
      [string, unknown],
      [string, Uint8Array<ArrayBuffer>],
    ]
    device.store.files.set(first, bytes)
    expect((await device.open(FILE)).facts().isCached).toBe(false)
  })

  test('verdicts of another build, which are removed', async () => {
    const device = createDevice()
    await device.open(FILE, { build: 'old' })
    expect((await device.open(FILE, { build: 'new' })).facts().isCached).toBe(false)
    expect([...device.store.files.keys()].map((name) => name.split('-')[0])).toEqual(['new'])
  })

  test('verdicts of a day before a model ended', async () => {
    vi.useFakeTimers({ now: new Date(2026, 11, 10), toFake: ['Date'] })
    try {
      const device = createDevice()
      const text = ['a', 'b'].map((id) => request(id, 'gpt-5-mini')).join('\n')
      expect((await device.open(text)).facts()).toMatchObject({ isCached: false, invalid: 0 })
      expect((await device.open(text)).facts()).toMatchObject({ isCached: true, invalid: 0 })
      vi.setSystemTime(new Date(2026, 11, 11))
      expect((await device.open(text)).facts()).toMatchObject({ isCached: false, invalid: 2 })
    } finally {
      vi.useRealTimers()
    }
  })

  test('verdicts of a file of another size or time, or with another byte in a sample', async () => {
    const device = createDevice()
    await device.open(FILE)
    for (const [text, lastModified] of [
      [`${FILE}\n`, 1],
      [FILE, 2],
      [FILE.replace('"c"', '"a"'), 1],
    ] as const) {
      const opened = await device.open(text, { lastModified })
      expect(opened.facts().isCached).toBe(false)
      const direct = await createDevice().open(text)
      expect(await opened.lasting()).toEqual(await direct.lasting())
    }
  })
})

describe('a file that changed where no sample was taken', () => {
  /** Lines enough for bytes between samples, and the index of one there. */
  const lines = Array.from({ length: 12_000 }, (_, i) => request(`request-${100_000 + i}`))
  const size = lines.join('\n').length
  const length = (lines[0] ?? '').length + 1
  const ranges = sampledRanges(size)
  const hidden = lines.findIndex(
    (_, i) =>
      i > 3000 &&
      ranges.every(({ from, to }) => to <= (i - 1) * length || from >= (i + 2) * length),
  )

  async function reopened(change: (text: string) => string): Promise<OpenedFile> {
    const device = createDevice()
    await device.open(lines.join('\n'))
    const changed = lines.with(hidden, change(lines[hidden] ?? ''))
    expect(changed.join('\n')).toHaveLength(size)
    const opened = await device.open(changed.join('\n'))
    expect(opened.facts()).toMatchObject({ isCached: true, invalid: 0 })
    return opened
  }

  async function seen({ session }: OpenedFile): Promise<void> {
    const windows = await Promise.all([
      session.readRows({ kind: 'all' }, hidden - 2, hidden + 2),
      session.readRows({ kind: 'all' }, hidden, hidden + 1),
    ])
    // A failure of kind 'file-changed' would be shown as one of the file.
    for (const window of windows) expect(!window.ok && window.failure.kind).toBe('refused')
    expect((await session.readRows({ kind: 'all' }, 0, 3)).ok).toBe(true)
    await settled(session)
  }

  test('is read again when a line that is shown has another verdict', async () => {
    const opened = await reopened((text) => text.replace('"POST"', '"PO,T" '.slice(0, 6)))
    await seen(opened)
    expect(opened.facts()).toMatchObject({ isCached: false, state: 'ready', invalid: 1 })
  })

  test('is read again when lines stand elsewhere', async () => {
    const opened = await reopened((text) => text.replace('lo"}]}}', '"}]}}\n1'))
    await seen(opened)
    expect(opened.facts()).toMatchObject({ isCached: false, lines: lines.length + 1 })
    expect(opened.facts().invalid).toBeGreaterThan(0)
  })

  test('is read again when it is validated as another format, and not kept as it was', async () => {
    const opened = await reopened((text) => text.replace('lo"}]}}', '"}]}}\n1'))
    const result = await opened.session.setFormat('plainJsonl', 'job')
    expect(result.ok).toBe(false)
    await settled(opened.session)
    expect(opened.facts()).toMatchObject({
      isCached: false,
      state: 'ready',
      lines: lines.length + 1,
    })
  })

  test('loses no edit: the page is told instead', async () => {
    const opened = await reopened((text) => text.replace('lo"}]}}', '"}]}}\n1'))
    await opened.session.edit({ kind: 'delete', ids: [0 as LineId] })
    const window = await opened.session.readRows({ kind: 'all' }, hidden - 2, hidden + 2)
    expect(!window.ok && window.failure.kind).toBe('file-changed')
    await settled(opened.session)
    expect(opened.facts()).toMatchObject({ isCached: true, isDirty: true })
  })
})

describe('what is not kept', () => {
  test('small files', async () => {
    const device = createDevice({ fromFileBytes: FILE.length + 1 })
    await device.open(FILE)
    expect(device.store.files.size).toBe(0)
  })

  test('files that changed a moment before they were read', async () => {
    // On a busy machine a moment may be over before the file is read.
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const device = createDevice()
      await device.open(FILE, { lastModified: Date.now() - 1500 })
      await device.open(FILE, { lastModified: Date.now() + 60_000 })
      expect(device.store.files.size).toBe(0)
      await device.open(FILE, { lastModified: Date.now() - 5000 })
      expect(device.store.files.size).toBe(1)
    } finally {
      vi.useRealTimers()
    }
  })

  test('files that are refused', async () => {
    const device = createDevice()
    await device.open(new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0]))
    expect(device.store.files.size).toBe(0)
  })

  test('anything of which not all can be written', async () => {
    const device = createDevice()
    device.store.room = 100
    expect((await device.open(FILE)).facts().state).toBe('ready')
    expect(device.store.files.size).toBe(0)
  })

  test('an entry that someone waits for, when writing takes long', async () => {
    const device = createDevice({ writePatience: CACHE_LIMITS.writePatience })
    const { store } = device
    const create = store.create.bind(store)
    const slowly = (write: () => boolean): boolean => {
      void device.sessions[0]?.undo()
      const until = performance.now() + 60
      while (performance.now() < until);
      return write()
    }
    store.create = async (name) => {
      const writer = await create(name)
      return writer && { ...writer, write: (bytes) => slowly(() => writer.write(bytes)) }
    }
    // Two bytes a line: an entry of eight pieces.
    expect((await device.open('1\n'.repeat(4_000_000))).facts().lines).toBe(4_000_000)
    expect(store.files.size).toBe(0)
  })
})

describe('room', () => {
  test('what was used longest ago goes first, for bytes and for numbers', async () => {
    const one = createDevice()
    await one.open(FILE)
    const size = [...one.store.files.values()][0]?.length ?? 0
    for (const limits of [{ entries: 2 }, { totalBytes: 2.5 * size }]) {
      const device = createDevice(limits)
      await device.open(FILE, { lastModified: 1 })
      await device.open(FILE, { lastModified: 2 })
      expect((await device.open(FILE, { lastModified: 1 })).facts().isCached).toBe(true)
      await device.open(FILE, { lastModified: 3 })
      expect(device.store.files.size).toBe(2)
      expect((await device.open(FILE, { lastModified: 1 })).facts().isCached).toBe(true)
      expect((await device.open(FILE, { lastModified: 3 })).facts().isCached).toBe(true)
      expect((await device.open(FILE, { lastModified: 2 })).facts().isCached).toBe(false)
    }
  })

  test('an entry that would take most of it is not kept', async () => {
    const device = createDevice({ totalBytes: 1000 })
    await device.open(FILE)
    expect(device.store.files.size).toBe(0)
  })
})

test('a file without an entry of its size and time is not sampled, nor is an entry read', async () => {
  const device = createDevice()
  await device.open(FILE, { lastModified: 7 })
  await device.open(FILE, { lastModified: 8 })
  expect(device.store.reads).toBe(0)
})

test('a store that does not answer holds nothing up for long', async () => {
  const device = createDevice({ listPatience: CACHE_LIMITS.listPatience })
  device.store.names = () => new Promise(() => {})
  const from = performance.now()
  expect((await device.open(FILE)).facts()).toMatchObject({ state: 'ready', isCached: false })
  expect(performance.now() - from).toBeLessThan(2000)
})
