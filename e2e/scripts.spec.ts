// Files in any script: rows of one height, texts cut between characters, Arabic and Hebrew from right to
// left, searches that find what people take for the same.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'

const TEXTS = {
  chinese: '請問明天台北的天氣如何，需要帶傘嗎',
  japanese: '東京の天気を教えてください。か\u3099',
  korean: '안녕하세요 한국 날씨',
  jamo: '\u1112\u1161\u11ab\u1100\u116e\u11a8',
  arabic: 'ما هو الطقس غداً في القاهرة؟ مُحَمَّد (15) GPT-4',
  hebrew: 'מה מזג האוויר בתל אביב מחר? שָׁלוֹם [7]',
  thai: 'สภาพอากาศพรุ่งนี้ ที่นี่ กี่โมง',
  devanagari: 'कल दिल्ली में मौसम कैसा रहेगा? नमस्ते क्षत्रिय',
  emoji: '👨‍👩‍👧‍👦 👍🏽 🇹🇼🇯🇵 🏳️‍🌈 1️⃣',
  accents: 'Crème brûlée, cafe\u0301',
  tall: `Z${'\u0301\u0323'.repeat(12)}`,
}

type Script = keyof typeof TEXTS
const SCRIPTS = Object.keys(TEXTS) as Script[]

/** 1-based. */
const lineOf = (script: Script): number => SCRIPTS.indexOf(script) + 1

const LINES = SCRIPTS.map((id) => ({ id, text: TEXTS[id] }))

async function openLines(app: App, folder: string, lines: readonly unknown[]): Promise<void> {
  const path = join(folder, 'scripts.jsonl')
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  await writeFile(path, texts.map((line) => `${line}\n`).join(''))
  await app.open(path)
}

/** Where a text stands on the screen, from its first letter to its last; it is in one text node. */
async function placeOf(element: Locator, text: string) {
  return element.evaluate((shown, wanted) => {
    const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      const isSeen = [left + 1, right - 1].every((x) => {
        const seen = document.elementFromPoint(x, (top + bottom) / 2)
        return seen !== null && seen.contains(node) && shown.contains(seen)
      })
      return { left, right, isSeen }
    }
    throw new Error(`"${wanted}" is not there`)
  }, text)
}

test('rows are of one height, whatever stands in them', async ({ app, page, folder }) => {
  await openLines(app, folder, LINES)
  for (const isRaw of [false, true]) {
    if (isRaw) await page.getByRole('button', { name: 'Raw' }).click()
    const boxes = await Promise.all(SCRIPTS.map((script) => app.line(lineOf(script)).boundingBox()))
    const [first] = boxes
    for (const [at, box] of boxes.entries()) {
      expect(box?.height, SCRIPTS[at]).toBe(first?.height)
      expect(box?.y, SCRIPTS[at]).toBe((first?.y ?? 0) + at * (first?.height ?? 0))
    }
    // Nothing is drawn over the row above or below.
    for (const script of SCRIPTS) {
      const overflows = await app
        .line(lineOf(script))
        .getByRole('gridcell')
        .evaluateAll((cells) =>
          cells.map((cell) => getComputedStyle(cell).overflowY).filter((way) => way !== 'hidden'),
        )
      expect(overflows, script).toEqual([])
    }
  }
})

test('long texts are cut between characters', async ({ app, folder }) => {
  const long = SCRIPTS.map((id) => ({ id, text: `${TEXTS[id]} `.repeat(60) }))
  await openLines(app, folder, long)
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  for (const { id, text } of long) {
    const cell = app.line(lineOf(id)).getByRole('gridcell').nth(3)
    const shown = (await cell.textContent()) ?? ''
    expect(shown.length, id).toBeGreaterThan(300)
    expect(text.startsWith(shown), id).toBe(true)
    expect(segmenter.segment(text).containing(shown.length)?.index, id).toBe(shown.length)
  }
})

test('Arabic and Hebrew run from right to left and are cut at their ends', async ({
  app,
  page,
  folder,
}) => {
  await page.setViewportSize({ width: 1100, height: 800 })
  await openLines(app, folder, [
    ...(['arabic', 'hebrew', 'chinese'] as const).map((id) => ({
      id,
      text: `${TEXTS[id]} `.repeat(20),
    })),
    { id: 'two', first: 'الأول', second: 'الثاني' },
  ])
  for (const [line, start, edge] of [
    [1, 'ما هو', 'right'],
    [2, 'מה מזג', 'right'],
    [3, '請問', 'left'],
  ] as const) {
    const cell = app.line(line).getByRole('gridcell').nth(3)
    const place = await placeOf(cell, start)
    const box = await cell.boundingBox()
    expect(place.isSeen, start).toBe(true)
    const distance =
      edge === 'left' ? place.left - (box?.x ?? 0) : (box?.x ?? 0) + (box?.width ?? 0) - place.right
    expect(distance, start).toBeLessThan(24)
  }
  // JSON as it is written keeps its order: the strings beside each other do not change places.
  await page.getByRole('button', { name: 'Raw' }).click()
  const raw = app.line(4)
  const places = [await placeOf(raw, 'الأول'), await placeOf(raw, 'الثاني')] as const
  expect(places[0].right).toBeLessThan(places[1].left)
  const [key, value] = [await placeOf(raw, '"second"'.slice(1, -1)), places[1]]
  expect(key.right).toBeLessThan(value.left)
})

test('a difference in Arabic is shown in the order of the line', async ({ app, folder }) => {
  await openLines(app, folder, ['{"id":1,"الاسم":"أول","الاسم":"ثان"}', { id: 2 }])
  await app.openLine(1)
  await expect(app.editor.locator('[data-code="duplicate-key"]')).toBeVisible()
  const removed = app.editor.locator('del').first()
  await expect(removed).toBeVisible()
  const text = app.editor.locator(':has(> del)').first()
  const places = [await placeOf(text, 'أول'), await placeOf(text, 'ثان')] as const
  expect(places[0].right).toBeLessThan(places[1].left)
})

test('a search finds other cases, compositions and escapes', async ({ app, folder }) => {
  await openLines(app, folder, [
    ...LINES,
    String.raw`{"id":"escaped","text":"\u5929\u6c23 \u00c9t\u00e9"}`,
    { id: 'turkish', text: 'İstanbul IŞIK' },
    { id: 'greek', text: 'ΟΔΥΣΣΕΎΣ Οδυσσεύς' },
    { id: 'german', text: 'STRAẞE' },
    { id: 'russian', text: 'Привет, ＷＯＲＬＤ' },
  ])
  const first = SCRIPTS.length + 1
  for (const [text, lines] of [
    ['天氣', [lineOf('chinese'), first]],
    ['が', [lineOf('japanese')]],
    ['한국', [lineOf('korean'), lineOf('jamo')]],
    ['القاهرة', [lineOf('arabic')]],
    ['שָׁלוֹם', [lineOf('hebrew')]],
    ['ที่นี่', [lineOf('thai')]],
    ['नमस्ते', [lineOf('devanagari')]],
    ['👨‍👩‍👧‍👦', [lineOf('emoji')]],
    ['CAFÉ', [lineOf('accents')]],
    ['ÉTÉ', [first]],
    ['istanbuL IşIk'.replace('i', 'İ'), [first + 1]],
    ['οδυσσεύσ', [first + 2]],
    ['straße', [first + 3]],
    ['ПРИВЕТ', [first + 4]],
    ['ｗｏｒｌｄ', [first + 4]],
  ] as const) {
    expect(await app.search(text), text).toBe(lines.length)
    for (const line of lines) {
      await expect(app.line(line).locator('mark').first(), text).toBeVisible()
    }
  }
})

test('the drawer shows and changes a line of any script', async ({ app, folder }) => {
  await openLines(app, folder, LINES)
  for (const script of SCRIPTS) {
    await app.openLine(lineOf(script))
    await expect(app.lineText).toContainText(TEXTS[script])
  }
  await app.openLine(lineOf('emoji'))
  const changed = JSON.stringify({ id: 'emoji', text: `${TEXTS.emoji} 👩‍🚀` })
  await app.typeLine(changed)
  await app.apply()
  await app.expectFacts({ edited: 1 })
  const saved = await app.exportBytes('All lines')
  const lines = LINES.map((line) => (line.id === 'emoji' ? changed : JSON.stringify(line)))
  expect(saved.toString('utf8')).toBe(lines.map((line) => `${line}\n`).join(''))
})

test('ids and previews of pairs keep their ends and beginnings', async ({
  app,
  page,
  pairing,
  folder,
}) => {
  await page.setViewportSize({ width: 900, height: 800 })
  const idOf = (script: Script) => `طلب الطقس-每日天氣請求編號-${script}-000${lineOf(script)}`
  const textOf = (script: Script) => TEXTS[script].repeat(40)
  const requests = SCRIPTS.map((script) => ({
    custom_id: idOf(script),
    method: 'POST',
    url: '/v1/chat/completions',
    body: {
      model: 'gpt-6-luna',
      messages: [{ role: 'user', content: textOf(script) }],
    },
  }))
  const answers = SCRIPTS.map((script) => ({
    id: `batch_${script}`,
    custom_id: idOf(script),
    response: {
      status_code: 200,
      request_id: 'r',
      body: {
        id: 'c',
        object: 'chat.completion',
        created: 1,
        model: 'gpt-6-luna',
        choices: [
          {
            index: 0,
            message: { role: 'assistant', content: textOf(script) },
            finish_reason: 'stop',
          },
        ],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      },
    },
    error: null,
  }))
  const paths = [join(folder, 'طلبات.jsonl'), join(folder, 'طلبات_output.jsonl')]
  for (const [i, lines] of [requests, answers].entries()) {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    await writeFile(paths[i] as string, text)
  }
  await app.openFiles(paths)
  await expect(pairing.rows).toHaveCount(SCRIPTS.length)
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const heights = new Set<number | undefined>()
  for (const [at, script] of SCRIPTS.entries()) {
    const row = pairing.rows.nth(at)
    heights.add((await row.boundingBox())?.height)
    const id = row.getByRole('gridcell').first()
    expect((await placeOf(id, `000${lineOf(script)}`)).isSeen, script).toBe(true)
    expect((await placeOf(id, 'طلب')).isSeen, script).toBe(true)
    const previews = await row.getByRole('gridcell').filter({ hasText: /…$/ }).allTextContents()
    expect(previews, script).toHaveLength(2)
    for (const preview of previews) {
      const cut = preview.trimEnd().length - 1
      expect(segmenter.segment(textOf(script)).containing(cut)?.index, script).toBe(cut)
    }
  }
  expect([...heights]).toHaveLength(1)
})
