// The engine of regular expressions, fetched when it is first needed.
import { useEffect, useState } from 'react'
import {
  type CompileExpression,
  loadedExpressions,
  loadExpressions,
} from '../../expressions/expressions.ts'

/** Undefined until it is there, and while it is not wanted. */
export function useExpressions(isWanted: boolean): CompileExpression | undefined {
  const [compile, setCompile] = useState<CompileExpression | undefined>(loadedExpressions)
  useEffect(() => {
    if (!isWanted || compile) return
    let isUnmounted = false
    // Without it nothing is marked; the search itself says what is wrong.
    loadExpressions().then(
      (loaded) => !isUnmounted && setCompile(() => loaded),
      () => {},
    )
    return () => {
      isUnmounted = true
    }
  }, [isWanted, compile])
  return isWanted ? compile : undefined
}
