import { beforeEach, expect, test } from 'vitest'
import type { ExporterInfo } from '../../contracts/documentApi.ts'
import { verbatim } from '../../i18n/message.ts'
import {
  chooseExporter,
  chooseExportOption,
  chosenValues,
  exportChoicesStore,
} from './exportChoices.ts'

beforeEach(() => {
  exportChoicesStore.setState(exportChoicesStore.getInitialState(), true)
})

const title = verbatim('Title')
const csv: ExporterInfo = {
  id: 'csv',
  title,
  summary: title,
  extension: '.csv',
  options: {
    header: { kind: 'flag', title, initial: true },
    fields: { kind: 'fields', title },
  },
  takesAnyLine: false,
  isCompressed: false,
}

const valuesOf = (key: string) => chosenValues(exportChoicesStore.getState(), key, csv.id)

test('options are remembered for every document, fields for the one that has them', () => {
  chooseExporter('csv')
  chooseExportOption('one', csv, 'header', false)
  chooseExportOption('one', csv, 'fields', ['a'])
  expect(exportChoicesStore.getState().exporterId).toBe('csv')
  expect(valuesOf('one')).toEqual({ header: false, fields: ['a'] })
  expect(valuesOf('two')).toEqual({ header: false })
  chooseExportOption('two', csv, 'fields', ['b'])
  expect(valuesOf('two')).toEqual({ header: false, fields: ['b'] })
  expect(valuesOf('one')).toEqual({ header: false })
})
