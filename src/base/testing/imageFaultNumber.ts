// For tests: faults of pictures as the scanner numbers them, in assembly/imageData.ts.
import { type ImageFaultName, imageFaultOf } from '../imageData.ts'

const NAMES: readonly ImageFaultName[] = [
  'type',
  'form',
  'empty',
  'base64',
  'spaces',
  'differs',
  'alphabet',
  'padding',
  'gif',
]

/** 0 where nothing is wrong. */
export function imageFaultNumber(text: string): number {
  const fault = imageFaultOf(text)
  return fault ? NAMES.indexOf(fault.name) + 1 : 0
}
