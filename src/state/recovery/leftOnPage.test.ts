import { describe, expect, test } from 'vitest'
import { ADDED_LINE_BASE, lineId } from '../../base/units.ts'
import type { EditCommand } from '../../contracts/documentApi.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import { leftOfLog } from './leftOnPage.ts'

function edits(...commands: readonly EditCommand[]): LoggedCommand[] {
  return commands.map((command) => ({ kind: 'edit', command }))
}

describe('edits that only the page has', () => {
  test('say which line of the file they were of', () => {
    const left = leftOfLog(
      edits(
        { kind: 'replace', id: lineId(4), texts: ['{}'] },
        { kind: 'delete', ids: [lineId(0), lineId(6)] },
        { kind: 'applyFix', id: lineId(8), fixId: 'removeTrailingComma', code: 'trailing-comma' },
        { kind: 'insert', at: 3, texts: ['[]'] },
        { kind: 'replace', id: lineId(ADDED_LINE_BASE), texts: ['[1]'] },
      ),
    )
    expect(left).toEqual([
      { command: 'edit', line: 5, texts: ['{}'] },
      { command: 'edit', line: 1, texts: [] },
      { command: 'edit', line: 7, texts: [] },
      { command: 'edit', line: 9, code: 'trailing-comma', texts: [] },
      { command: 'edit', texts: ['[]'] },
      { command: 'edit', texts: ['[1]'] },
    ])
  })
})
