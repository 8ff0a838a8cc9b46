// Issues while they are still being found: none moves away from under the pointer.
import { useState } from 'react'
import { steadyOrder } from './steadyOrder.ts'

/**
 * `issues` as they come, the worst first, once the file has been read. Until then each stays in its
 * place and new ones come after it.
 */
export function useIssueOrder<T extends { readonly code: string }>(
  issues: readonly T[],
  isReading: boolean,
): readonly T[] {
  const [codes, setCodes] = useState<readonly string[]>([])
  const shown = isReading ? steadyOrder(codes, issues) : issues
  const isSame =
    shown.length === codes.length && shown.every((issue, at) => issue.code === codes[at])
  if (!isSame) setCodes(shown.map((issue) => issue.code))
  return shown
}
