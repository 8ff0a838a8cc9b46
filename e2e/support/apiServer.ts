// An API of the tests' own, on loopback: files, batches, contents, models and single requests, with what
// can go wrong. It keeps every request that it got, for what tests assert about them.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { errorBody } from './api/answers.ts'
import { ApiStore } from './api/apiStore.ts'
import { type Asked, callOf, type Reply, reply } from './api/calls.ts'
import { type Call, Fault, type FaultKind } from './api/faults.ts'
import type { StoredFile } from './api/storedFile.ts'
import { drain, sendContent } from './api/transfer.ts'
import { receiveUpload } from './api/upload.ts'

export interface RecordedRequest {
  /** Undefined for a path that no API has. */
  readonly call: Call | undefined
  readonly isPreflight: boolean
  readonly method: string
  /** With its query. */
  readonly url: string
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string>>
  /** The body, or the plain fields of a form as JSON. */
  text: string
  /** Of the answer; 0 while there is none, or where the connection was cut. */
  status: number
}

/** Those that a page sends. A preflight that asks for any other is refused. */
const HEADERS = ['authorization', 'content-type', 'openai-organization', 'openai-project']

export class ApiServer {
  readonly store = new ApiStore()
  readonly requests: RecordedRequest[] = []
  /** Accepted. */
  readonly keys = new Set<string>()
  /** Whether `Range` is understood, and may be sent by a page. */
  hasRanges = false
  /**
   * Whether a connection serves several requests. Browsers send a request again by themselves, a POST as well,
   * when such a connection ends without an answer (Chromium: `HttpNetworkTransaction::ShouldResendRequest`);
   * without, a fault happens to the app and not to the browser alone.
   */
  keepsAlive = false
  /** Headers of answers that a page may read, beside those that it may always. */
  readableHeaders: readonly string[] = ['Retry-After', 'X-Request-Id']
  readonly #server = createServer((req, res) => {
    void this.#handle(req, res)
  })
  readonly #faults: Fault[] = []
  #port = 0

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.#port = (this.#server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    for (const fault of this.#faults) fault.end()
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get baseUrl(): string {
    return `${this.origin}/v1`
  }

  /** Lets something go wrong with a call, always or some times. */
  fault(on: Call, what: FaultKind, times = Number.POSITIVE_INFINITY): Fault {
    const fault = new Fault(on, what, times)
    this.#faults.push(fault)
    return fault
  }

  /** Requests of a call, preflights left out. */
  requestsOf(call: Call): readonly RecordedRequest[] {
    return this.requests.filter((request) => request.call === call && !request.isPreflight)
  }

  async #handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', this.origin)
    const isPreflight = req.method === 'OPTIONS'
    const method = isPreflight
      ? String(req.headers['access-control-request-method'])
      : (req.method ?? '')
    const asked = callOf(method, url.pathname)
    const record: RecordedRequest = {
      call: asked?.call,
      isPreflight,
      method: req.method ?? '',
      url: req.url ?? '',
      headers: Object.fromEntries(
        Object.entries(req.headers).map(([name, value]) => [name, String(value)]),
      ),
      text: '',
      status: 0,
    }
    this.requests.push(record)
    if (!this.keepsAlive) res.setHeader('Connection', 'close')
    if (isPreflight) {
      await drain(req)
      record.status = this.#answerPreflight(req, res, asked?.call)
      return
    }
    const fault = this.#takeFault(asked?.call, false)
    const what = fault?.what
    if (what?.kind === 'cut') {
      req.socket.destroy()
      return
    }
    const made = await this.#makeReply(req, record, asked, url, fault)
    if (made === undefined || what?.kind === 'silent') return
    if (what?.kind === 'cut after') {
      req.socket.destroy()
      return
    }
    const isReadable = !(
      what?.kind === 'no CORS header' ||
      (what?.kind === 'status' && what.isReadable === false)
    )
    if (isReadable) this.#allowOrigin(req, res)
    if (what?.kind === 'status' && what.retryAfter !== undefined) {
      res.setHeader('Retry-After', what.retryAfter)
    }
    if (what?.kind === 'redirect') res.setHeader('Location', what.to)
    record.status = made.status
    res.setHeader('X-Request-Id', `req_${this.requests.length}`)
    if ('file' in made) {
      record.status = await this.#sendFile(req, res, made.file, fault)
      return
    }
    const text = JSON.stringify(made.json)
    res.writeHead(made.status, { 'Content-Type': 'application/json' }).end(text)
  }

  /** Undefined: the connection is gone. */
  async #makeReply(
    req: IncomingMessage,
    record: RecordedRequest,
    asked: Asked | undefined,
    url: URL,
    fault: Fault | undefined,
  ): Promise<Reply | undefined> {
    const what = fault?.what
    const refusal = this.#refusalOf(req, asked, what)
    if (refusal || !asked) {
      await drain(req)
      return refusal
    }
    if (asked.call === 'upload') {
      const upload = await receiveUpload(this.store, req, fault)
      if (upload) record.text = JSON.stringify(upload.fields)
      return upload?.reply
    }
    record.text = await readText(req)
    // Nothing has happened yet, and what is asked for may change until it does.
    if (what?.kind === 'gate' && asked.call !== 'content') await fault?.pass()
    return reply(this.store, asked, url.searchParams, parseJson(record.text))
  }

  #refusalOf(
    req: IncomingMessage,
    asked: Asked | undefined,
    what: FaultKind | undefined,
  ): Reply | undefined {
    if (what?.kind === 'redirect') return { status: 307, json: {} }
    if (what?.kind === 'status') {
      const message = what.message ?? `The stand-in answers ${what.status}.`
      return { status: what.status, json: errorBody(message, what.code ?? null) }
    }
    const key = /^Bearer (.*)$/.exec(req.headers.authorization ?? '')?.[1] ?? ''
    if (!this.keys.has(key)) {
      // The real one hides most of the key. This one does what a page has to be ready for.
      const message = `Incorrect API key provided: ${key}. You can find your API key at https://platform.openai.com/account/api-keys.`
      return { status: 401, json: errorBody(message, 'invalid_api_key') }
    }
    if (asked) return undefined
    return { status: 404, json: errorBody(`Invalid URL (${req.method} ${req.url})`) }
  }

  #answerPreflight(req: IncomingMessage, res: ServerResponse, call: Call | undefined): number {
    const asksFor = String(req.headers['access-control-request-headers'] ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    const allowed = this.hasRanges ? [...HEADERS, 'range'] : HEADERS
    const isRefused =
      this.#takeFault(call, true) !== undefined || asksFor.some((name) => !allowed.includes(name))
    if (isRefused) {
      res.writeHead(403).end()
      return 403
    }
    this.#allowOrigin(req, res)
    res.setHeader('Access-Control-Allow-Methods', 'GET, POST, DELETE')
    res.setHeader('Access-Control-Allow-Headers', allowed.join(', '))
    // So that a refusal later on is seen.
    res.setHeader('Access-Control-Max-Age', '0')
    res.writeHead(204).end()
    return 204
  }

  #allowOrigin(req: IncomingMessage, res: ServerResponse): void {
    res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '*')
    res.setHeader('Access-Control-Expose-Headers', this.readableHeaders.join(', '))
    res.setHeader('Vary', 'Origin')
    res.setHeader('Date', new Date(this.store.now() * 1000).toUTCString())
  }

  #takeFault(call: Call | undefined, isPreflight: boolean): Fault | undefined {
    if (call === undefined) return undefined
    return this.#faults.find(
      (fault) => (fault.what.kind === 'preflight refused') === isPreflight && fault.take(call),
    )
  }

  /** The status. */
  async #sendFile(
    req: IncomingMessage,
    res: ServerResponse,
    file: StoredFile,
    fault: Fault | undefined,
  ): Promise<number> {
    const whole = file.content ?? Buffer.alloc(0)
    const from = this.hasRanges ? rangeStart(req.headers.range, whole.length) : 0
    const content = whole.subarray(from)
    const status = from > 0 ? 206 : 200
    if (from > 0) {
      res.setHeader('Content-Range', `bytes ${from}-${whole.length - 1}/${whole.length}`)
    }
    res.writeHead(status, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': content.length,
      'Content-Disposition': `attachment; filename="${file.name}"`,
    })
    await sendContent(res, content, fault)
    return status
  }
}

/** The first byte that is asked for; the whole where it is asked for otherwise. */
function rangeStart(range: string | undefined, size: number): number {
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0)
  return from < size ? from : 0
}

async function readText(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of req) chunks.push(chunk as Buffer)
  } catch {
    // The other side has gone.
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
