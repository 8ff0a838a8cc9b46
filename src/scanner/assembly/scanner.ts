// Entry of the module: what the TypeScript side can call, and where it finds things in memory.

import * as memory from './memory'

export { scanLines } from './lines'
export { findLiteral } from './search'

export function headerAddress(): usize { return memory.HEADER }
export function endsAddress(): usize { return memory.ENDS }
export function errorAtAddress(): usize { return memory.ERROR_AT }
export function statusAddress(): usize { return memory.STATUS }
export function flagsAddress(): usize { return memory.FLAGS }
export function needleAddress(): usize { return memory.NEEDLE }
export function matchesAddress(): usize { return memory.MATCHES }
export function bufferAddress(): usize { return memory.BUFFER }
