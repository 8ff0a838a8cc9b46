// Firefox by WebDriver BiDi, which it speaks itself: no other program is needed.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BidiConnection } from './bidiConnection.ts'
import {
  chordActions,
  clickActions,
  type DrivenPage,
  type Driver,
  sourceOf,
  START_TIMEOUT,
  valueOf,
} from './driver.ts'
import { startProgram } from './processes.ts'

interface FirefoxOptions {
  /** Its language, as a tag. */
  readonly locale: string
  /** A profile that outlives the browser; without one a new one, removed at the end. */
  readonly profile?: string
  /** Entries of about:config. */
  readonly prefs?: Readonly<Record<string, boolean | number | string>>
}

export interface Firefox extends Driver {
  /** Ends it as a crash of the whole browser would. */
  crash(): Promise<void>
  /** A page that shares its storage with all others of this kind, and keeps it in the profile. */
  newLastingPage(): Promise<DrivenPage>
}

export async function startFirefox(path: string, options: FirefoxOptions): Promise<Firefox> {
  const folder = options.profile ?? (await mkdtemp(join(tmpdir(), 'lineproof-firefox-')))
  const downloads = join(folder, 'downloads')
  await mkdir(downloads, { recursive: true })
  await writeFile(join(folder, 'user.js'), prefsFile(downloads, options))
  const program = startProgram(path, [
    '--headless',
    '--no-remote',
    '--profile',
    folder,
    '--remote-debugging-port=0',
  ])
  try {
    const [, url] = await program.says(/WebDriver BiDi listening on (ws:\S+)/, START_TIMEOUT)
    const connection = await BidiConnection.connect(`${url}/session`)
    const session = await connection.send<{ capabilities: { browserVersion: string } }>(
      'session.new',
      { capabilities: {} },
    )
    const pages = new Map<string, string[]>()
    connection.onEvent = (method, params) => {
      const complaint = complaintOf(method, params as EventParams)
      if (complaint) pages.get(complaint.context)?.push(complaint.text)
    }
    await connection.send('session.subscribe', {
      events: ['log.entryAdded', 'network.beforeRequestSent'],
    })
    const open = async (userContext?: string): Promise<DrivenPage> => {
      const { context } = await connection.send<{ context: string }>('browsingContext.create', {
        type: 'tab',
        ...(userContext !== undefined && { userContext }),
      })
      await connection.send('browsingContext.setViewport', {
        context,
        viewport: { width: 1440, height: 900 },
      })
      const complaints: string[] = []
      pages.set(context, complaints)
      return drivenPage({ connection, context, userContext, downloads, complaints })
    }
    return {
      version: `Firefox ${session.capabilities.browserVersion}`,
      newLastingPage: () => open(),
      newPage: async () => {
        const made = await connection.send<{ userContext: string }>('browser.createUserContext', {})
        return open(made.userContext)
      },
      crash: () => program.kill(),
      close: async () => {
        connection.close()
        await program.kill()
        if (options.profile === undefined) await removeFolder(folder)
      },
    }
  } catch (error) {
    await program.kill()
    if (options.profile === undefined) await removeFolder(folder)
    throw error
  }
}

/** A browser that was killed may still have a file open. */
function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

function prefsFile(downloads: string, { locale, prefs }: FirefoxOptions): string {
  const all = {
    // Downloads go to a folder without a question (2: the one that `dir` names).
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'intl.accept_languages': locale,
    // After a crash the browser would ask whether to begin in a safe mode.
    'toolkit.startup.max_resumed_crashes': -1,
    'browser.sessionstore.resume_from_crash': false,
    ...prefs,
  }
  return Object.entries(all)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('')
}

interface EventParams {
  readonly type?: string
  readonly level?: string
  readonly text?: string | null
  readonly source?: { readonly context?: string }
  readonly context?: string | null
  readonly request?: { readonly url: string }
}

/** Uncaught errors, and requests that leave the machine. */
function complaintOf(
  method: string,
  { type, text, source, context, request }: EventParams,
): { readonly context: string; readonly text: string } | undefined {
  if (method === 'log.entryAdded' && type === 'javascript' && source?.context !== undefined) {
    return { context: source.context, text: `The page threw: ${text}` }
  }
  if (method !== 'network.beforeRequestSent' || !request || !context) return undefined
  const { protocol, hostname } = new URL(request.url)
  const isOutside = protocol.startsWith('http') && hostname !== 'localhost'
  return isOutside ? { context, text: `It asked for ${request.url}` } : undefined
}

interface PageParts {
  readonly connection: BidiConnection
  readonly context: string
  readonly userContext: string | undefined
  readonly downloads: string
  readonly complaints: string[]
}

interface ScriptResult {
  readonly type: 'success' | 'exception'
  readonly result?: { readonly value?: string; readonly sharedId?: string }
  readonly exceptionDetails?: { readonly text: string }
}

function drivenPage(parts: PageParts): DrivenPage {
  const { connection, context, userContext, downloads, complaints } = parts
  const call = async (
    source: string,
    text: string,
  ): Promise<NonNullable<ScriptResult['result']>> => {
    const answer = await connection.send<ScriptResult>('script.callFunction', {
      functionDeclaration: source,
      arguments: [{ type: 'string', value: text }],
      awaitPromise: true,
      target: { context },
    })
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text)
    return answer.result ?? {}
  }
  const perform = (actions: readonly object[]): Promise<unknown> =>
    connection.send('input.performActions', { context, actions })
  return {
    downloads,
    complaints,
    goto: async (url) => {
      await connection.send('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    evaluate: async (run, ...args) =>
      valueOf((await call(sourceOf(run), JSON.stringify(args))).value ?? '{}'),
    setFiles: async (selector, paths) => {
      const { sharedId } = await call('(selector) => document.querySelector(selector)', selector)
      await connection.send('input.setFiles', { context, element: { sharedId }, files: paths })
    },
    click: async (x, y) => {
      await perform(clickActions(x, y))
    },
    chord: async (keys) => {
      await perform(chordActions(keys))
    },
    close: async () => {
      await connection.send('browsingContext.close', { context })
      if (userContext !== undefined) {
        await connection.send('browser.removeUserContext', { userContext })
      }
    },
  }
}
