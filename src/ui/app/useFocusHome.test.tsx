import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { arrive } from '../../state/actions/announce.ts'
import { useFocusHome } from './useFocusHome.ts'

function Page({ table }: { readonly table: 'none' | 'empty' | 'rows' }) {
  useFocusHome()
  return (
    <main>
      {table !== 'none' && (
        <div role="grid" tabIndex={table === 'empty' ? 0 : -1}>
          {table === 'rows' && (
            <div role="row" tabIndex={0}>
              line 1
            </div>
          )}
        </div>
      )}
    </main>
  )
}

test('an arrival waits for the table that it is about', async () => {
  const screen = await render(<Page table="none" />)
  arrive()
  await frames(4)
  expect(document.activeElement).toBe(document.body)

  await screen.rerender(<Page table="rows" />)
  await expect.element(screen.getByRole('row')).toHaveFocus()
})

test('an arrival that waits takes nothing from whoever has the focus since', async () => {
  const screen = await render(<Page table="none" />)
  arrive()
  await frames(4)
  const field = document.body.appendChild(document.createElement('input'))
  field.focus()
  await screen.rerender(<Page table="rows" />)
  await frames(4)
  expect(document.activeElement).toBe(field)

  field.blur()
  await screen.rerender(<Page table="none" />)
  await screen.rerender(<Page table="rows" />)
  await frames(4)
  expect(document.activeElement).toBe(document.body)
  field.remove()
})

async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame)
}
