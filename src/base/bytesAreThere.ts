// A Blob is there at once, its bytes are not: the browser gathers them, and where it has no room it
// waits for some, or gives up without a word until someone reads.
import { msg } from '../i18n/message.ts'

/** Milliseconds in which a browser that has room has gathered a gigabyte, on a slow disk as well. */
const BOUND_MS = 30_000
/** Milliseconds between looks whether the work is still wanted. */
const LOOK_MS = 100

/** Never rejects but with what `check` throws, which is called while this waits. */
export async function bytesAreThere(
  blob: Blob,
  check: () => void = () => {},
  boundMs = BOUND_MS,
): Promise<boolean> {
  let isThere: boolean | undefined
  const read = blob
    .slice(Math.max(0, blob.size - 1))
    .arrayBuffer()
    .then(
      () => {
        isThere = true
      },
      () => {
        isThere = false
      },
    )
  for (let waited = 0; isThere === undefined && waited < boundMs; waited += LOOK_MS) {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = new Promise((resolve) => {
      timer = setTimeout(resolve, LOOK_MS)
    })
    await Promise.race([read, look])
    clearTimeout(timer)
    if (isThere === undefined) check()
  }
  return isThere === true
}

/** What to do where they are not. */
export const NO_ROOM = msg(
  'The browser has no room to keep a download of this size, as in a private window or beside other large downloads. Wait a minute until it has let go of earlier ones, write less, or save to a file instead.',
)
