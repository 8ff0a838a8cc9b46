// Entry of the module: what the TypeScript side can call, and where it finds things in memory.

import * as memory from './memory'

export { hashBytes, hashLine } from './capture'
export { beginValue, compactValue, passValue, splitElements } from './elements'
export { matchLines } from './fields'
export { countIn } from './fieldSkip'
export { readSpans, writeSpans } from './fieldSpans'
export { keyLines } from './lineKeys'
export { learnComponents, lookup, scanLines } from './lines'
export { findLiteral } from './search'
export { forgetShapes, learn } from './shapes'
export {
  addStatisticsField, countFields, mergeStatisticsKeys, resetStatistics, statisticsFieldsAddress, statisticsLines,
  statisticsPowersAddress, statisticsRegistersAddress, statisticsSize, statisticsWaysAddress,
} from './statistics'
export { writeRows } from './table'
export { findOddSigns, isUtf8 } from './tableValues'

export function headerAddress(): usize { return memory.HEADER }
export function elementStateAddress(): usize { return memory.ELEMENT_STATE }
export function tableStateAddress(): usize { return memory.TABLE_STATE }
export function columnsAddress(): usize { return memory.COLUMNS }
export function endsAddress(): usize { return memory.ENDS }
export function errorAtAddress(): usize { return memory.ERROR_AT }
export function statusAddress(): usize { return memory.STATUS }
export function flagsAddress(): usize { return memory.FLAGS }
export function needleAddress(): usize { return memory.NEEDLE }
export function matchesAddress(): usize { return memory.MATCHES }
export function tagsAddress(): usize { return memory.TAGS }
export function shapesAddress(): usize { return memory.SHAPES }
export function captureFromAddress(): usize { return memory.CAPTURE_FROM }
export function captureToAddress(): usize { return memory.CAPTURE_TO }
export function captureHashAddress(): usize { return memory.CAPTURE_HASH }
export function captureCountAddress(): usize { return memory.CAPTURE_COUNT }
export function captureKindAddress(): usize { return memory.CAPTURE_KIND }
export function dirtyAddress(): usize { return memory.DIRTY }
export function planAddress(): usize { return memory.PLAN }
export function shapeCountAddress(): usize { return memory.SHAPE_COUNT }
export function bufferAddress(): usize { return memory.BUFFER }
