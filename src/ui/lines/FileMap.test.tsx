import { afterEach, expect, test } from 'vitest'
import { cleanup, render } from 'vitest-browser-react'
import { fail, ok } from '../../base/result.ts'
import { type DocumentFacts, MAP_INVALID } from '../../contracts/documentApi.ts'
import { msg } from '../../i18n/message.ts'
import type { LoadedRows } from '../../state/rowWindow.ts'
import { blankDocument, type DocumentTab } from '../../state/store.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { TableScroller } from '../table/tableScroller.ts'
import { FileMap } from './FileMap.tsx'

afterEach(cleanup)

const rows = { peekRow: () => undefined, subscribe: () => () => {} } as unknown as LoadedRows

/** Pixels of the map that have a colour. */
function paintedPixels(): number {
  const canvas = document.querySelector('canvas')
  const context = canvas?.getContext('2d')
  if (!canvas || !context || canvas.width === 0 || canvas.height === 0) return 0
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  return data.filter((value, at) => at % 4 === 3 && value > 0).length
}

test('a file whose verdicts were cached is drawn, though its first revision is 0', async () => {
  let isOpen = false
  const client = {
    fileMap: (cells: number) =>
      Promise.resolve(
        isOpen
          ? ok({ revision: 0, cells: new Uint8Array(cells).fill(MAP_INVALID) })
          : fail('not-open', msg('No document is open.')),
      ),
  } as unknown as DocumentClient
  const map = (tab: DocumentTab) => (
    <div style={{ height: 300, width: 14, position: 'relative', display: 'grid' }}>
      <FileMap tab={tab} client={client} rows={rows} scroller={new TableScroller()} />
    </div>
  )
  const screen = await render(map(blankDocument))
  // Until anyone who asked has been answered.
  await new Promise((resolve) => setTimeout(resolve))
  await new Promise(requestAnimationFrame)
  isOpen = true
  const facts = { state: 'ready', revision: 0, lines: 10, matches: 0 } as unknown as DocumentFacts
  await screen.rerender(map({ ...blankDocument, facts }))
  await expect.poll(paintedPixels).toBeGreaterThan(0)
})
