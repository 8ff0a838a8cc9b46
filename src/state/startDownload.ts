/** Milliseconds after which the browser has taken over the download for certain. */
const RELEASE_AFTER_MS = 60_000

/** Hands a Blob to the browser's downloads under a name. */
export function startDownload(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS)
}
