// Types of otherBrowsers.mjs, which is plain JavaScript because it runs before anything is installed.

export function findFirefox(): string | undefined

export function findWebKit():
  | {
      readonly driver: string
      readonly browser: string
      readonly xvfbRun: string
      readonly dbusRunSession: string
    }
  | undefined

export function missingBrowsers(): readonly string[]
