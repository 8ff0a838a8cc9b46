// Installs the packages of package-lock.json when they are not there yet.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, runNpm } from './run.mjs'

/** True when packages are in place, installed now or before. */
export async function installPackages() {
  if (await isInstalled()) return true
  console.log('Installing packages …')
  return (await runNpm(['ci', '--no-audit', '--no-fund'])) === 0
}

/**
 * npm writes node_modules/.package-lock.json at the very end of an install: a list of what it put
 * there. Comparing it with the lock file needs no stamp of ours and is also true after a plain
 * `npm install`. Packages for other platforms are optional and rightly absent.
 */
async function isInstalled() {
  const wanted = await readPackages('package-lock.json')
  const present = await readPackages(join('node_modules', '.package-lock.json'))
  if (wanted === undefined || present === undefined) return false
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional === true || present[path]?.version === entry.version,
  )
}

async function readPackages(path) {
  try {
    return JSON.parse(await readFile(join(root, path), 'utf8')).packages
  } catch {
    return undefined
  }
}
