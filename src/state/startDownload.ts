/** Milliseconds after which the browser has taken over the download for certain. */
const RELEASE_AFTER_MS = 60_000
/** The same while another download wants the room that the earlier ones take. */
const RELEASE_FOR_NEXT_MS = 10_000

interface HandedOver {
  readonly url: string
  readonly at: number
  readonly timer: ReturnType<typeof setTimeout>
}

const handedOver = new Set<HandedOver>()

/** Hands a Blob to the browser's downloads under a name. */
export function startDownload(blob: Blob, fileName: string): void {
  releaseDownloads()
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  const download: HandedOver = {
    url,
    at: Date.now(),
    timer: setTimeout(() => release(download), RELEASE_AFTER_MS),
  }
  handedOver.add(download)
}

/** Lets go of earlier downloads that the browser has taken over, before the next export takes room. */
export function releaseDownloads(): void {
  for (const download of handedOver) {
    if (Date.now() - download.at >= RELEASE_FOR_NEXT_MS) release(download)
  }
}

function release(download: HandedOver): void {
  clearTimeout(download.timer)
  URL.revokeObjectURL(download.url)
  handedOver.delete(download)
}
