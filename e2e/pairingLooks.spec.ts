// The pairing for everybody: axe in both themes, and a phone.
import type { App } from './support/app.ts'
import { expectAccessible } from './support/findAxeViolations.ts'
import { fixturePath } from './support/fixturePath.ts'
import type { PairingPage } from './support/pairingPage.ts'
import { expect, test } from './support/test.ts'

const paths = ['input', 'output', 'errors'].map((name) => fixturePath(`pairing/${name}.jsonl`))

async function open(app: App, pairing: PairingPage): Promise<void> {
  await app.openFiles(paths)
  await pairing.expectCounts({ requests: 21 })
}

const STATES: Readonly<Record<string, (app: App, pairing: PairingPage) => Promise<void>>> = {
  'one side only': async (app, pairing) => {
    await app.open(fixturePath('pairing/input.jsonl'))
    await app.button('Pair').click()
    await expect(pairing.region).toHaveAttribute('data-state', 'idle')
  },
  'all pairs': open,
  'the drawer of a failure': async (app, pairing) => {
    await open(app, pairing)
    await pairing.openRow('req-2')
  },
  'the drawer of an answer that misses its schema': async (app, pairing) => {
    await open(app, pairing)
    await pairing.openRow('req-21')
    await expect(pairing.drawer).toContainText('five thousand')
  },
  'groups and a filter': async (app, pairing) => {
    await open(app, pairing)
    await pairing.show('Not usable')
    await pairing.groupBy('Before the first', '-')
    await pairing.expectRowCount(1)
  },
  'the retry file': async (app, pairing) => {
    await open(app, pairing)
    await pairing.openExportPairs('Retry file')
    await expect(pairing.plan).toHaveAttribute('data-count', '10')
  },
  'fields of CSV': async (app, pairing) => {
    await open(app, pairing)
    await pairing.openExportPairs('Joined results (CSV)')
    await expect(pairing.plan).toHaveAttribute('data-count', '25')
  },
}

for (const [state, arrive] of Object.entries(STATES)) {
  test(state, async ({ app, pairing }) => {
    await arrive(app, pairing)
    await expectAccessible(app)
  })
}

test.describe('a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('looks, filters and exports at 360 pixels', async ({ app, pairing }) => {
    const assertFits = async () => {
      const overflow = await app.page.evaluate(
        () => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth,
      )
      expect(overflow, 'pixels that stick out at the side').toBeLessThanOrEqual(0)
    }
    await open(app, pairing)
    await assertFits()
    await pairing.show('Failed')
    await pairing.expectRowCount(8)
    await pairing.openRow('req-2')
    await expect(pairing.drawer).toContainText('Too many requests for this model.')
    await assertFits()
    await app.page.keyboard.press('Escape')
    await pairing.openExportPairs('Retry file')
    await pairing.tick('Only what is shown')
    await pairing.tick('Missing', false)
    await assertFits()
    expect((await pairing.downloadText(7)).split('\n')).toHaveLength(8)
  })
})
