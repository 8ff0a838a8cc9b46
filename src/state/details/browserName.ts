// Which browser and system this is, for people who compare what they have measured.

/** First match counts: browsers name the ones that they want to be taken for as well. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bSamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/\b(?:Headless)?(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+).*\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** 'Firefox 153' and 'Linux', from `navigator.userAgent`; undefined when they are not among those above. */
export function browserAndSystem(userAgent: string): {
  readonly browser: string | undefined
  readonly system: string | undefined
} {
  const browser = BROWSERS.flatMap(([pattern, name]) => {
    const version = pattern.exec(userAgent)?.[1]
    return version === undefined ? [] : [`${name} ${version}`]
  })[0]
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1]
  return { browser, system }
}

/** 'Firefox 153 on Linux'. */
export function browserName(userAgent: string): string {
  const { browser, system } = browserAndSystem(userAgent)
  return `${browser ?? 'Unknown browser'}${system === undefined ? '' : ` on ${system}`}`
}
