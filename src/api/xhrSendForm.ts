// A form by XMLHttpRequest, the only way to hear how much of an upload has been sent. The browser reads
// the parts of the file from the disk as it sends them.
import { parseRetryAfter } from './retryAfter.ts'
import type { FormReply, FormRequest, SendForm } from './sendForm.ts'

/** Code units of an answer: the description of one file. */
const ANSWER_LIMIT = 1_000_000

export const xhrSendForm: SendForm = (request) =>
  new Promise((resolve) => {
    if (request.signal.aborted) return resolve({ kind: 'cancelled', isSent: false })
    new FormTransfer(request, resolve).begin()
  })

class FormTransfer {
  readonly #xhr = new XMLHttpRequest()
  readonly #request: FormRequest
  readonly #resolve: (reply: FormReply) => void
  #timer: ReturnType<typeof setTimeout> | undefined
  /** A byte was sent, so the browser and the server let the page do that. Until then it is not known. */
  #hasBegun = false
  #isSent = false
  #isOver = false

  constructor(request: FormRequest, resolve: (reply: FormReply) => void) {
    this.#request = request
    this.#resolve = resolve
  }

  begin(): void {
    const { url, headers, form, signal, stall, afterUpload, onSent } = this.#request
    const xhr = this.#xhr
    xhr.open('POST', url)
    xhr.responseType = 'text'
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
    xhr.upload.addEventListener('progress', ({ loaded }) => {
      this.#hasBegun = true
      onSent(loaded)
      this.#waitFor(stall)
    })
    xhr.upload.addEventListener('load', () => {
      this.#hasBegun = true
      this.#isSent = true
      this.#waitFor(afterUpload)
    })
    xhr.addEventListener('progress', ({ loaded }) => {
      if (loaded > ANSWER_LIMIT) this.#finish({ kind: 'silence', why: 'broken' })
    })
    xhr.addEventListener('load', () => this.#finishWithAnswer())
    xhr.addEventListener('error', () =>
      this.#finish({ kind: 'silence', why: this.#hasBegun ? 'broken' : 'network' }),
    )
    signal.addEventListener('abort', this.#cancel)
    this.#waitFor(stall)
    xhr.send(form)
  }

  readonly #cancel = (): void => this.#finish({ kind: 'cancelled' })

  #waitFor(ms: number): void {
    clearTimeout(this.#timer)
    if (this.#isOver) return
    this.#timer = setTimeout(() => this.#finish({ kind: 'silence', why: 'timeout' }), ms)
  }

  #finishWithAnswer(): void {
    const xhr = this.#xhr
    this.#finish({
      kind: 'answer',
      status: xhr.status,
      retryAfter: parseRetryAfter(retryAfterOf(xhr), Date.now()),
      text: xhr.responseText,
      isCut: false,
      isElsewhere: !isSameOrigin(xhr.responseURL, this.#request.url),
    })
  }

  #finish(reply: Unsent<FormReply>): void {
    if (this.#isOver) return
    this.#isOver = true
    clearTimeout(this.#timer)
    this.#request.signal.removeEventListener('abort', this.#cancel)
    this.#resolve({ ...reply, isSent: this.#isSent })
    // Without effect where it has ended.
    this.#xhr.abort()
  }
}

type Unsent<Reply> = Reply extends unknown ? Omit<Reply, 'isSent'> : never

function isSameOrigin(address: string, other: string): boolean {
  return !URL.canParse(address) || new URL(address).origin === new URL(other).origin
}

/** Asked for by its name, a header that the page may not read would be complained about in the console. */
function retryAfterOf(xhr: XMLHttpRequest): string | null {
  return /^retry-after:(.*)$/im.exec(xhr.getAllResponseHeaders())?.[1] ?? null
}
