// Files that are opened with the installed app, by a double click.
import { openFiles } from './actions/openDocuments.ts'

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
  const opened = await Promise.all(
    handles.map(async (handle) => ({ file: await handle.getFile(), handle })),
  )
  if (opened.length > 0) openFiles(opened)
}
