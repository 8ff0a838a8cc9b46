// The array at a path, from a file's text to lines.

import { msg } from '../../i18n/message.ts'
import { type ElementEngine, WasmElements } from '../../scanner/elementEngine.ts'
import type { Converter, LineSink } from '../defineSource.ts'
import { JsonReader } from './jsonReader.ts'
import { parsePath } from '../../json/parsePath.ts'
import { readElements } from './readElements.ts'
import { walkPath } from './walkPath.ts'

const OPEN_BRACKET = 0x5b

/** `engine`: for tests. */
export function readArray(
  pathText: string,
  sink: LineSink,
  wasm: WebAssembly.Module,
  engine: ElementEngine = new WasmElements(wasm),
): Converter {
  const reader = new JsonReader(engine)
  const path = parsePath(pathText)
  if (!path) return noPath(pathText, sink)
  reader.begin(
    walkPath(reader, sink, path, {
      opener: OPEN_BRACKET,
      missing: (shown) =>
        shown === ''
          ? msg('The file is not an array.')
          : msg('There is no array at {path}.', { path: shown }),
      read: () => readElements(reader, sink, { isLoose: false }),
    }),
  )
  return reader
}

/** Nothing is converted by a path that cannot be read. */
export function noPath(path: string, sink: LineSink): Converter {
  return {
    push() {},
    finish: () =>
      sink.leave({ offset: 0, reason: msg('“{path}” is not a path.', { path }), isLost: true }),
  }
}
