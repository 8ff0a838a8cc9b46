// Writes the table, too: see README.md. Does not import it, so that it can be written when it is broken.
import { expect, test } from 'vitest'
import { pickPrices } from './testing/pickPrices.ts'

test('the table is what the package has', async () => {
  await expect(pickPrices()).toMatchFileSnapshot('./priceTable.jsonl')
})
