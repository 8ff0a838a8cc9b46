// Files and text that come to the window from outside, wherever they land on it.
import { useEffect, useState } from 'react'
import { listOf, msg } from '../../i18n/message.ts'
import { openFiles, openPastedText } from '../../state/actions/openDocuments.ts'
import { showMessage } from '../../state/actions/messages.ts'
import { withNewBatch } from '../../state/newBatch/withNewBatch.ts'
import { store } from '../../state/store.ts'
import { isEditable } from '../controls/isEditable.ts'
import { hasFiles, readDroppedFiles } from '../files/droppedFiles.ts'

/** Whether files are held over the window at the moment. */
export function useDropsAndPastes(): boolean {
  const [isOver, setIsOver] = useState(false)

  useEffect(() => {
    // Every element on the way reports an enter and a leave of its own.
    let depth = 0

    function handleDragEnter(drag: DragEvent): void {
      if (!hasFiles(drag.dataTransfer)) return
      depth += 1
      setIsOver(true)
    }
    function handleDragLeave(drag: DragEvent): void {
      if (!hasFiles(drag.dataTransfer)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0 || drag.relatedTarget === null) {
        depth = 0
        setIsOver(false)
      }
    }
    function handleDragOver(drag: DragEvent): void {
      if (!hasFiles(drag.dataTransfer)) return
      drag.preventDefault()
      if (drag.dataTransfer) drag.dataTransfer.dropEffect = 'copy'
    }
    function handleDrop(drop: DragEvent): void {
      depth = 0
      setIsOver(false)
      // Text dragged within the page is not for us.
      if (!drop.dataTransfer || !hasFiles(drop.dataTransfer)) return
      drop.preventDefault()
      drop.stopPropagation()
      openTransfer(drop.dataTransfer)
    }
    function handlePaste(paste: ClipboardEvent): void {
      const transfer = paste.clipboardData
      if (!transfer || paste.defaultPrevented) return
      if (transfer.files.length > 0) {
        paste.preventDefault()
        openTransfer(transfer)
        return
      }
      if (isEditable(paste.target)) return
      const text = transfer.getData('text/plain')
      if (text !== '') openPastedText(text)
    }

    // Captured, so that no editor under the pointer takes a file for text.
    const options = { capture: true }
    window.addEventListener('dragenter', handleDragEnter, options)
    window.addEventListener('dragleave', handleDragLeave, options)
    window.addEventListener('dragover', handleDragOver, options)
    window.addEventListener('drop', handleDrop, options)
    window.addEventListener('paste', handlePaste)
    return () => {
      window.removeEventListener('dragenter', handleDragEnter, options)
      window.removeEventListener('dragleave', handleDragLeave, options)
      window.removeEventListener('dragover', handleDragOver, options)
      window.removeEventListener('drop', handleDrop, options)
      window.removeEventListener('paste', handlePaste)
    }
  }, [])

  return isOver
}

function openTransfer(transfer: DataTransfer): void {
  const startedAt = Date.now()
  const { files, folders } = readDroppedFiles(transfer)
  if (folders.length > 0) {
    showMessage(
      'alert',
      msg(
        '{count, plural, one {{names} is a folder. Drop the files that are in it instead.} other {{names} are folders. Drop the files that are in them instead.}}',
        { count: folders.length, names: listOf(folders, 'and') },
      ),
    )
  } else if (files.length === 0) {
    showMessage('alert', msg('There was no file in what you dropped. Drop one or more files.'))
  }
  const [only] = files
  if (only && files.length === 1 && store.getState().isNewBatchShown) {
    void withNewBatch(({ takeDrop }) => takeDrop(only, startedAt))
  } else if (files.length > 0) openFiles(files, startedAt)
}
