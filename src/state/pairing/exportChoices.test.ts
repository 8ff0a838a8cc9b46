import { expect, test } from 'vitest'
import type { PairExporterInfo, PairView } from '../../contracts/pairingApi.ts'
import { msg } from '../../i18n/message.ts'
import { chosenExporter, exportOf, isFiltered, usualChoices } from './exportChoices.ts'

const all: PairView = { filter: {}, order: 'ids' }
const failed: PairView = { filter: { outcome: 'failed' }, order: 'ids' }

const exporter: PairExporterInfo = {
  id: 'table',
  title: msg('Table'),
  summary: msg('A table.'),
  noun: 'row',
  options: { prompts: { kind: 'check', title: msg('With prompts'), isChecked: true } },
  isOfRows: true,
  takesView: true,
  needsRequests: false,
}

test('the filter of the table counts only when it is asked for', () => {
  const viewOf = (onlyShown: boolean, view: PairView) => {
    const chosen = exportOf(exporter, { ...usualChoices, onlyShown }, view)
    return chosen.ok ? chosen.value.view : undefined
  }
  expect(viewOf(false, failed)).toEqual(all)
  expect(viewOf(true, failed)).toEqual(failed)
  expect(viewOf(true, all)).toEqual(all)
})

test('a request names the export and the values of its options', () => {
  const choices = { ...usualChoices, options: { prompts: false, ofOthers: 'x' } }
  expect(exportOf(exporter, choices, all)).toEqual({
    ok: true,
    value: { exporterId: 'table', view: all, options: { prompts: false } },
  })
})

test('the first export is chosen until another one is', () => {
  const exporters = [exporter, { ...exporter, id: 'report' }]
  expect(chosenExporter(exporters, usualChoices)?.id).toBe('table')
  expect(chosenExporter(exporters, { ...usualChoices, exporterId: 'report' })?.id).toBe('report')
  expect(chosenExporter([], usualChoices)).toBeUndefined()
})

test('a filter without conditions is none', () => {
  expect(isFiltered(all)).toBe(false)
  expect(isFiltered({ ...all, filter: { outcome: undefined } })).toBe(false)
  // Ids that a pattern does not match.
  expect(isFiltered({ ...all, filter: { group: null } })).toBe(true)
})
