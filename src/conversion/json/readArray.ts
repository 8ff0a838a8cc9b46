// The array at a path, from a file's text to lines.

import { msg } from '../../i18n/message.ts'
import { type ElementEngine, WasmElements } from '../../scanner/elementEngine.ts'
import type { Converter, LineSink } from '../defineSource.ts'
import { readAtPath } from './readAtPath.ts'
import { readElements } from './readElements.ts'

const OPEN_BRACKET = 0x5b

/** `engine`: for tests. */
export function readArray(
  path: string,
  sink: LineSink,
  wasm: WebAssembly.Module,
  engine: ElementEngine = new WasmElements(wasm),
): Converter {
  return readAtPath(path, sink, engine, (reader) => ({
    opener: OPEN_BRACKET,
    missing: (shown) =>
      shown === ''
        ? msg('The file is not an array.')
        : msg('There is no array at {path}.', { path: shown }),
    read: () => readElements(reader, sink, { isLoose: false }),
  }))
}
