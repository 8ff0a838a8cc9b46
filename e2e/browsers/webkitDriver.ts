// WebKitGTK by the classic WebDriver protocol, through its own WebKitWebDriver and its sample browser. Every page is
// a browser of its own, whose storage ends with it. See https://w3c.github.io/webdriver/.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  chordActions,
  clickActions,
  type DrivenPage,
  type Driver,
  sourceOf,
  START_TIMEOUT,
  valueOf,
} from './driver.ts'
import { freePort, startProgram } from './processes.ts'

/** By this key WebDriver tells references to elements from other objects. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** Without a graphics card, and on a screen that is none, it draws nothing otherwise. */
const SOFTWARE_DRAWING = {
  GDK_BACKEND: 'x11',
  LIBGL_ALWAYS_SOFTWARE: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
}

export interface WebKitPrograms {
  readonly driver: string
  readonly browser: string
  readonly xvfbRun: string
  readonly dbusRunSession: string
}

export async function startWebKit(
  programs: WebKitPrograms,
  { locale }: { readonly locale: string },
): Promise<Driver> {
  const home = await mkdtemp(join(tmpdir(), 'lineproof-webkit-'))
  const port = await freePort()
  const program = startProgram(
    programs.xvfbRun,
    [
      '-a',
      '-s',
      '-screen 0 1480x1040x24',
      programs.dbusRunSession,
      '--',
      programs.driver,
      `--port=${port}`,
    ],
    {
      ...SOFTWARE_DRAWING,
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_DATA_HOME: join(home, 'data'),
      LANGUAGE: locale.replace('-', '_'),
      LANG: 'C.UTF-8',
    },
  )
  const end = async (): Promise<void> => {
    await program.kill()
    // What desktop services have mounted in it stays; a test has not failed by that.
    await rm(home, { recursive: true, force: true, maxRetries: 5 }).catch(() => {})
  }
  const address = `http://127.0.0.1:${port}`
  try {
    await untilReady(address)
    const first = await newSession(address, programs)
    let spare: Session | undefined = first
    return {
      version: first.version,
      newPage: async () => {
        const session = spare ?? (await newSession(address, programs))
        spare = undefined
        return drivenPage(session, home)
      },
      close: end,
    }
  } catch (error) {
    const said = program.output()
    await end()
    throw new Error(`WebKit did not start: ${said}`, { cause: error })
  }
}

interface Session {
  readonly version: string
  readonly url: string
}

async function newSession(address: string, { browser }: WebKitPrograms): Promise<Session> {
  const alwaysMatch = {
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    timeouts: { script: 300_000, pageLoad: 300_000 },
  }
  const { sessionId, capabilities } = await request<{
    sessionId: string
    capabilities: { browserVersion: string }
  }>(`${address}/session`, { capabilities: { alwaysMatch } })
  const url = `${address}/session/${sessionId}`
  await request(`${url}/window/rect`, { x: 0, y: 0, width: 1440, height: 1000 })
  return { url, version: `WebKitGTK ${capabilities.browserVersion}` }
}

async function untilReady(address: string): Promise<void> {
  const until = Date.now() + START_TIMEOUT
  for (;;) {
    try {
      await fetch(`${address}/status`)
      return
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

interface Answer {
  readonly value: unknown
}

/** POST, or DELETE without a body. Rejects with what the driver says. */
async function request<Value>(url: string, body?: object): Promise<Value> {
  const response = await fetch(
    url,
    body === undefined ? { method: 'DELETE' } : { method: 'POST', body: JSON.stringify(body) },
  )
  const { value } = (await response.json()) as Answer
  if (response.ok) return value as Value
  const { error, message } = value as { error: string; message: string }
  throw new Error(`${error}: ${message}`)
}

function drivenPage({ url }: Session, downloads: string): DrivenPage {
  const complaints: string[] = []
  const perform = (actions: readonly object[]): Promise<unknown> =>
    request(`${url}/actions`, { actions })
  return {
    downloads,
    complaints,
    goto: async (address) => {
      await request(`${url}/url`, { url: address })
    },
    evaluate: async (run, ...args) => {
      const script = `
        const [json, done] = arguments;
        (${sourceOf(run)})(json).then(done, (error) => done(JSON.stringify({ error: String(error) })));`
      const json = await request<string>(`${url}/execute/async`, {
        script,
        args: [JSON.stringify(args)],
      })
      const { error }: { error?: string } = JSON.parse(json)
      if (error !== undefined) throw new Error(error)
      return valueOf(json)
    },
    setFiles: async (selector, paths) => {
      const element = await request<Record<string, string>>(`${url}/element`, {
        using: 'css selector',
        value: selector,
      })
      await request(`${url}/element/${element[ELEMENT]}/value`, { text: paths.join('\n') })
    },
    click: async (x, y) => {
      await perform(clickActions(x, y))
    },
    chord: async (keys) => {
      await perform(chordActions(keys))
    },
    close: async () => {
      await request(url)
    },
  }
}
