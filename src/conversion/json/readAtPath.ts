// What stands at a path that the user gave, from a file's text to lines.
import { msg } from '../../i18n/message.ts'
import { parsePath } from '../../json/parsePath.ts'
import type { ElementEngine } from '../../scanner/elementEngine.ts'
import type { Converter, LineSink } from '../defineSource.ts'
import { JsonReader } from './jsonReader.ts'
import { type PathTarget, walkPath } from './walkPath.ts'

/** `target`: what the path has to lead to, and how that is read. */
export function readAtPath(
  pathText: string,
  sink: LineSink,
  engine: ElementEngine,
  target: (reader: JsonReader) => PathTarget,
): Converter {
  const path = parsePath(pathText)
  if (!path) return noPath(pathText, sink)
  const reader = new JsonReader(engine)
  reader.begin(walkPath(reader, sink, path, target(reader)))
  return reader
}

/** Nothing is converted by a path that cannot be read. */
function noPath(path: string, sink: LineSink): Converter {
  return {
    push() {},
    finish: () =>
      sink.leave({ offset: 0, reason: msg('“{path}” is not a path.', { path }), isLost: true }),
  }
}
