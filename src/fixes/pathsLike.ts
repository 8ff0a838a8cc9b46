// Where else in a line the same may be at fault.
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isObject, type JsonPath, valueAt } from '../json/jsonPath.ts'

/** What is at fault in one element or value of a record is in the others as well. */
export function pathsLike(line: unknown, { code, path = [] }: Diagnostic): readonly JsonPath[] {
  const isOfRecord = code.endsWith('.*')
  let paths: JsonPath[] = [[]]
  path.forEach((step, at) => {
    if (typeof step === 'number') paths = paths.flatMap((before) => elementsAt(line, before))
    else if (isOfRecord && at === path.length - 1)
      paths = paths.flatMap((before) => keysAt(line, before))
    else paths = paths.map((before) => [...before, step])
  })
  return paths
}

function elementsAt(line: unknown, path: JsonPath): readonly JsonPath[] {
  const list = valueAt(line, path)
  return Array.isArray(list) ? list.map((_, index) => [...path, index]) : []
}

function keysAt(line: unknown, path: JsonPath): readonly JsonPath[] {
  const record = valueAt(line, path)
  return isObject(record) ? Object.keys(record).map((key) => [...path, key]) : []
}
