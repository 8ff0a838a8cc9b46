// Values that follow one another in a text.

import { type ElementEngine, WasmElements } from '../../scanner/elementEngine.ts'
import type { Converter, LineSink } from '../defineSource.ts'
import { JsonReader, type Reading } from './jsonReader.ts'
import { readElements } from './readElements.ts'

const LF = Uint8Array.of(0x0a)

/** `engine`: for tests. */
export function readConcatenated(
  sink: LineSink,
  wasm: WebAssembly.Module,
  engine: ElementEngine = new WasmElements(wasm),
): Converter {
  const reader = new JsonReader(engine)
  reader.begin(readAll(reader, sink))
  return {
    push: (bytes) => reader.push(bytes),
    finish() {
      // The end of the file ends a number, as whitespace does.
      reader.push(LF)
      reader.finish()
    },
  }
}

function* readAll(reader: JsonReader, sink: LineSink): Reading<void> {
  yield* readElements(reader, sink, { isLoose: true })
}
