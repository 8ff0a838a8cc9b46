// The panel by itself: hostile files, thousands of fields, the keyboard.
import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { applyEdit } from '../../state/actions/edits.ts'
import { clientOf } from '../../state/clients.ts'
import { fieldsStore } from '../../state/fields/fieldsStore.ts'
import { activeDocument } from '../../state/store.ts'
import { closeAllDocuments, openDocument } from '../testing/openDocument.ts'
import { FieldsPanel } from './FieldsPanel.tsx'

afterEach(async () => {
  await cleanup()
  closeAllDocuments()
  fieldsStore.setState({ counted: undefined, scope: 'shown', spreads: {} })
})

async function show(text: string): Promise<void> {
  await openDocument(text)
  await render(
    <div style={{ height: 600, width: 268 }}>
      <FieldsPanel />
    </div>,
  )
  await expect.element(panel).toHaveAttribute('data-state', 'done')
}

const panel = page.getByRole('region', { name: 'Fields' })
const items = panel.getByRole('treeitem')
const item = (name: string) => panel.getByRole('treeitem', { name, exact: true })

describe('what files hold', () => {
  test.each([
    ['an empty file', '', 'Of 0 lines.'],
    ['blank lines alone', '\n\n', 'Of 0 lines.'],
    ['lines that are all no JSON', '{"a\nnope\n[1,', 'Of 0 lines. 3 lines are no JSON'],
  ])('%s', async (_, text, words) => {
    await show(text)
    await expect.element(panel).toHaveTextContent(words)
    await expect.element(panel).toHaveTextContent('No fields')
    expect(items.elements()).toHaveLength(0)
  })

  test.each([
    ['a.b', '["a.b"]'],
    ['a[0]', '["a[0]"]'],
    ['"', '["\\""]'],
    ['', '[""]'],
    ['*', '["*"]'],
    ['[*]', '["[*]"]'],
    ['$', '["$"]'],
    ['__proto__', '__proto__'],
    ['a\u0000\n', '["a\\u0000\\n"]'],
    ['\ud83d', '["\\ud83d"]'],
    ['\u202eabc', '["\u202eabc"]'],
  ])('a key %j', async (key, name) => {
    await show(`{${JSON.stringify(key)}:"value"}\n`)
    await expect.element(item(name)).toHaveAttribute('data-present', '1')
    expect(items.elements()).toHaveLength(1)
    await userEvent.click(item(name).getByText('string'))
    await expect.element(item(name).getByRole('button', { name: /"value"/ })).toBeVisible()
  })

  test('a key in another spelling is the same field', async () => {
    await show('{"\\u0061":1}\n{"a":2}\n')
    await expect.element(item('a')).toHaveAttribute('data-present', '2')
  })

  test('one value of megabytes', async () => {
    await show(`{"text":${JSON.stringify('long "text" '.repeat(400_000))}}\n`)
    await userEvent.click(item('text').getByText('string'))
    await expect.element(item('text')).toHaveTextContent('4,800,000')
    await expect.element(item('text').getByRole('button', { name: /…/ })).toBeVisible()
  })

  test('200,000 keys of one object are one field, which says so', async () => {
    const members = Array.from({ length: 200_000 }, (_, i) => `"k${i}":${i % 7}`).join(',')
    await show(`{"by":{${members}}}\n`)
    await expect.element(item('by.*')).toBeVisible()
    expect(items.elements()).toHaveLength(2)
    await userEvent.click(item('by.*').getByText('number'))
    await expect.element(item('by.*')).toHaveTextContent('more than 1,000 different keys')
    await expect.element(item('by.*').getByRole('toolbar', { name: 'Numbers' })).toBeVisible()
  })

  test('lines that are no objects are a field of their own', async () => {
    await show('{"a":1}\n[1,2]\n"x"\n')
    await expect.element(item('$')).toHaveAttribute('data-kinds', 'object array string')
    await expect.element(item('[*]')).toHaveAttribute('data-present', '1')
  })
})

describe('after an edit', () => {
  const edit = async (): Promise<void> => {
    const tab = activeDocument()
    if (!tab) throw new Error('no document')
    const line = await clientOf(tab.key).lineIdAt(0)
    if (!line.ok || !line.value.line) throw new Error('no line')
    const { id } = line.value.line
    await applyEdit({ kind: 'replace', id, texts: ['{"n":1,"more":true}'] })
  }

  test('figures of a small file are those of its lines as they are now', async () => {
    await show('{"n":1}\n{"n":2}\n')
    await edit()
    await expect.element(item('more')).toBeVisible()
  })

  test('figures of a large file are from before, say so, and are counted again when asked', async () => {
    await show(`{"n":1}\n{"text":"${'x'.repeat(21e6)}"}\n`)
    await edit()
    await expect.element(panel).toHaveTextContent('These figures are from before your edits.')
    await expect.element(item('text')).toBeVisible()
    expect(item('more').elements()).toHaveLength(0)
    await userEvent.click(panel.getByRole('button', { name: 'Count again' }))
    await expect.element(item('more')).toBeVisible()
    await expect.element(panel).not.toHaveTextContent('from before')
  })
})

describe('many fields', () => {
  /** Of 4 objects with 900 keys each. */
  const text = `{${Array.from({ length: 4 }, (_, a) => {
    const members = Array.from({ length: 900 }, (_, b) => `"k${b}":${b}`).join(',')
    return `"o${a}":{${members}}`
  }).join(',')}}\n`

  test('are folded at first, and drawn only where they are in sight', async () => {
    await show(text)
    await expect.element(item('o3')).toHaveAttribute('aria-expanded', 'false')
    expect(items.elements()).toHaveLength(4)
    ;(item('o3').element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(item('o3.k0')).toBeVisible()
    expect(items.elements().length).toBeLessThan(120)
    await userEvent.keyboard('{End}')
    await expect.element(item('o3.k899')).toHaveFocus()
    await expect.element(item('o3.k899')).toHaveAttribute('aria-posinset', '900')
    await expect.element(item('o3.k899')).toHaveAttribute('aria-setsize', '900')
    expect(items.elements().length).toBeLessThan(120)
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(item('o3')).toHaveFocus()
  })

  test('are found by their names', async () => {
    await show(text)
    await userEvent.fill(panel.getByRole('searchbox'), 'o2.k899')
    await expect.element(item('o2.k899')).toBeVisible()
    expect(items.elements()).toHaveLength(2)
    await expect.element(panel.getByRole('status')).toHaveTextContent('1 of 3,604 fields')
  })
})

describe('one field', () => {
  test('has bars that the keyboard walks along, and values', async () => {
    const lines = Array.from({ length: 100 }, (_, i) => `{"n":${i}}`)
    await show(lines.join('\n'))
    await expect.element(item('n')).toBeInTheDocument()
    ;(item('n').element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    const bars = item('n').getByRole('toolbar', { name: 'Numbers' }).getByRole('button')
    await expect.element(bars.first()).toHaveAccessibleName('0 – 4: 5 values')
    await userEvent.keyboard('{Tab}{ArrowRight}')
    await expect.element(bars.nth(1)).toHaveFocus()
    await expect.element(bars.nth(1)).toHaveAccessibleName('5 – 9: 5 values')
    await userEvent.keyboard('{End}')
    await expect.element(bars.last()).toHaveAccessibleName('95 – 99: 5 values')
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}')
    await expect.element(item('n').getByRole('toolbar')).not.toBeInTheDocument()
  })

  test('of times has a mean that lies between the first and the last', async () => {
    await show('{"at":1767225600}\n{"at":1767225700}\n')
    await userEvent.click(item('at').getByText('number'))
    await expect.element(item('at')).toHaveTextContent('mean 1,767,225,650')
  })

  test('of elements has bars that cannot be asked for, and says how many they are', async () => {
    await show('{"n":[1,2,30]}\n{"n":[4]}\n')
    await userEvent.click(item('n[*]').getByText('number'))
    const bars = item('n[*]').getByRole('toolbar', { name: 'Numbers' }).getByRole('button')
    await expect.element(bars.first()).toHaveAttribute('aria-disabled', 'true')
    await expect
      .element(item('n[*]').getByRole('button', { name: '30 1', exact: true }))
      .toHaveAttribute('aria-disabled', 'false')
  })
})
