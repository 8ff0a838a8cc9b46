import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Step } from '../../state/batch/batchStore.ts'
import { openSection, type OwnFold, pressSection, type Section } from './foldSteps.ts'

test('the section of the step is open until another is pressed', () => {
  expect(openSection(undefined, 'check')).toBe('check')
  const pressed = pressSection('send', undefined, 'check')
  expect(pressed).toEqual({ own: undefined, step: 'send' })
  expect(openSection(pressed.own, pressed.step)).toBe('send')
})

test('pressing the open section folds it, and pressing it again opens it', () => {
  const folded = pressSection('check', undefined, 'check')
  expect(openSection(folded.own, folded.step)).toBeUndefined()
  const opened = pressSection('check', folded.own, folded.step)
  expect(openSection(opened.own, opened.step)).toBe('check')
})

test('the commands open in place of the step, which the store keeps', () => {
  const { own, step } = pressSection('commands', undefined, 'try')
  expect(openSection(own, step)).toBe('commands')
  expect(step).toBe('try')
})

test('a step that the store leads to opens, whatever was folded', () => {
  const folded = pressSection('send', undefined, 'send')
  expect(openSection(folded.own, 'follow')).toBe('follow')
  const commands = pressSection('commands', undefined, 'send')
  expect(openSection(commands.own, 'follow')).toBe('follow')
})

const sections: readonly Section[] = ['connect', 'check', 'try', 'send', 'follow', 'commands']

test('what is pressed is open, or folded when it was open', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sections)), (presses) => {
      let own: OwnFold | undefined
      let step: Step = 'connect'
      for (const pressed of presses) {
        const before = openSection(own, step)
        ;({ own, step } = pressSection(pressed, own, step))
        expect(openSection(own, step)).toBe(before === pressed ? undefined : pressed)
      }
    }),
  )
})
