// Permission to read and write through file handles. The two methods are Chromium's and not in
// TypeScript's DOM types; browsers with handles but without them need no permission.
interface HandleWithPermission extends FileSystemFileHandle {
  queryPermission?(descriptor: { mode: 'read' | 'readwrite' }): Promise<PermissionState>
  requestPermission?(descriptor: { mode: 'read' | 'readwrite' }): Promise<PermissionState>
}

/** Whether the file may be read without asking the user. */
export async function canReadNow(handle: FileSystemFileHandle): Promise<boolean> {
  const methods: HandleWithPermission = handle
  const state = await methods.queryPermission?.({ mode: 'read' })
  return state === undefined || state === 'granted'
}

/** Asks the user when the browser wants that; only within a click or a key press. */
export async function askPermission(
  handle: FileSystemFileHandle,
  mode: 'read' | 'readwrite',
): Promise<boolean> {
  const methods: HandleWithPermission = handle
  try {
    const state = await methods.requestPermission?.({ mode })
    return state === undefined || state === 'granted'
  } catch {
    // Thrown outside a user gesture, which reads as a refusal.
    return false
  }
}
