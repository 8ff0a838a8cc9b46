// The text of the line in the way that its size allows: the whole of it in an editor, or a window of
// it that can be moved along the line.
import { type Ref, useState } from 'react'
import { CodeEditor, type CodeEditorHandle, type CodeEditorProps } from '../text/CodeEditor.tsx'
import { LineTextWindow } from './LineTextWindow.tsx'

/**
 * Code units up to which the whole line is in the editor, which lays all of it out once: a line of
 * 200,000 keys stopped the page for a second.
 */
const WHOLE_LIMIT = 300_000

export type LineTextViewProps = Omit<
  CodeEditorProps,
  'textBefore' | 'isHighlighted' | 'handle' | 'label' | 'onChange'
> & {
  readonly onChange: (text: string) => void
  readonly handle: Ref<CodeEditorHandle>
  /** Only the beginning of the line is here: nothing can be typed. */
  readonly isReadOnly: boolean
}

export function LineTextView(props: LineTextViewProps) {
  // A line does not change its kind of editor while someone types in it.
  const [size] = useState(props.text.length)
  if (size > WHOLE_LIMIT || props.isReadOnly) return <LineTextWindow {...props} />
  return <CodeEditor {...props} textBefore="" isHighlighted />
}
