import { type FigurePath, isAnyKey } from '../../fields/fieldFigures.ts'
import { formatFieldPath } from '../../fields/fieldPathText.ts'
import { EACH, type FieldPath, type FieldStep } from '../../fields/fieldPath.ts'

/** As queries have it, and `.*` for the members of an object with too many keys. */
export function shownFigurePath(path: FigurePath): string {
  let text = ''
  let steps: FieldStep[] = []
  for (const step of path) {
    if (!isAnyKey(step)) steps.push(step)
    else {
      text += `${partOf(text, steps)}.*`
      steps = []
    }
  }
  return text + partOf(text, steps)
}

function partOf(before: string, steps: FieldPath): string {
  if (steps.length === 0) return before === '' ? '$' : ''
  return before === ''
    ? formatFieldPath(steps)
    : formatFieldPath([EACH, ...steps]).slice('[*]'.length)
}
