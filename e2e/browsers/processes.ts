// Programs that tests start, each in a process group of its own, so that all of what it started ends with it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

export interface Program {
  /** What it wrote to both outputs, to be shown when it fails. */
  readonly output: () => string
  /** Resolves with the first match in what it writes; rejects when it ends or `timeout` (ms) passes before that. */
  readonly says: (pattern: RegExp, timeout: number) => Promise<RegExpExecArray>
  /** Ends it and all that it started, as a crash would. Resolves when it is gone. */
  readonly kill: () => Promise<void>
}

export function startProgram(
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Program {
  const child = spawn(path, [...args], {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output = (output + data.toString()).slice(-100_000)
      tell()
    })
  }
  let failure: Error | undefined
  child.on('error', (error) => {
    failure = error
    tell()
  })
  child.on('exit', tell)
  return {
    output: () => output,
    says: (pattern, timeout) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(new Error(`${path} did not start:\n${output}`)), timeout)
        const end = (result: RegExpExecArray | Error): void => {
          clearTimeout(timer)
          listeners.delete(look)
          if (result instanceof Error) reject(result)
          else resolve(result)
        }
        const look = (): void => {
          const match = pattern.exec(output)
          if (match) end(match)
          else if (failure) end(failure)
          else if (hasEnded(child)) end(new Error(`${path} ended:\n${output}`))
        }
        listeners.add(look)
        look()
      }),
    kill: async () => {
      if (child.pid === undefined) return
      const ended = hasEnded(child) ? undefined : once(child, 'exit')
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It was gone already.
      }
      await ended
    },
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** A port that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
