// Files that are opened with the installed app, by a double click.
import { msg } from '../i18n/message.ts'
import { showMessage } from './actions/messages.ts'
import { type FileToOpen, openFiles } from './actions/openDocuments.ts'
import { visibleFileName } from './fileName.ts'

interface LaunchParams {
  readonly files: readonly FileSystemHandle[]
}

/** In Chromium alone. */
interface WindowWithLaunches {
  readonly launchQueue?: { setConsumer(consume: (params: LaunchParams) => void): void }
}

export function openLaunchedFiles(): void {
  ;(globalThis as WindowWithLaunches).launchQueue?.setConsumer((launch) => void open(launch))
}

async function open({ files }: LaunchParams): Promise<void> {
  const handles = files.filter((handle) => handle.kind === 'file') as FileSystemFileHandle[]
  const opened = await Promise.all(handles.map(fileOf))
  const found = opened.filter((each) => each !== undefined)
  if (found.length > 0) openFiles(found)
}

/** Undefined, and said, where it cannot be had. */
async function fileOf(handle: FileSystemFileHandle): Promise<FileToOpen | undefined> {
  try {
    return { file: await handle.getFile(), handle }
  } catch {
    const name = visibleFileName(handle.name)
    showMessage('alert', msg('{name} is no longer where it was. Open it from the disk.', { name }))
    return undefined
  }
}
