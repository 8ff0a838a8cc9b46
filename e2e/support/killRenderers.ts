// A renderer that dies as the system ends it for lack of memory, or a power cut ends all: at once, with no last word.
import { readdirSync, readFileSync } from 'node:fs'

interface Process {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/** SIGKILL to every renderer of the browser that runs in this profile; how many there were. */
export function killRenderers(profile: string): number {
  const all = processes()
  const browsers = all.filter(({ command }) => command.includes(`--user-data-dir=${profile}`))
  const family = new Set(browsers.map(({ pid }) => pid))
  for (let grown = true; grown; ) {
    const children = all.filter(({ pid, parent }) => family.has(parent) && !family.has(pid))
    grown = children.length > 0
    for (const { pid } of children) family.add(pid)
  }
  const renderers = all.filter(
    ({ pid, command }) => family.has(pid) && command.includes('--type=renderer'),
  )
  for (const { pid } of renderers) process.kill(pid, 'SIGKILL')
  return renderers.length
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/stat`, 'utf8')
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        // The name of the program is in brackets and may hold anything.
        const [, parent] = status.slice(status.lastIndexOf(')') + 2).split(' ')
        return [{ pid: Number(name), parent: Number(parent), command }]
      } catch {
        // Ended meanwhile.
        return []
      }
    })
}
