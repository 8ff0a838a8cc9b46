// What rooms may do besides importing each other; layers.test.ts holds the code to it.

/** Where registries may look for definitions, by the room of the registry. */
export const DEFINITIONS: Readonly<Record<string, readonly string[]>> = {
  formats: ['./definitions/*.ts', '../providers/*/formats/*.ts'],
  fixes: ['./definitions/*.ts', '../providers/*/fixes/*.ts'],
  pairing: [
    '../providers/*/pairing.ts',
    '../../providers/*/scanPlans.ts',
    '../../providers/*/prices.ts',
  ],
  providers: ['./definitions/*.ts', './*/provider.ts'],
  'exporters/lines': ['./definitions/*.ts'],
  'exporters/pairs': ['./definitions/*.ts'],
  conversion: ['./definitions/*.ts'],
  translation: ['./definitions/*.ts'],
  codes: ['./definitions/*.ts'],
  'ui/commands': ['./definitions/*.ts'],
}

/** Words that may stand in some rooms only: the network and what is kept on the user's device. */
export const WORDS: readonly { word: RegExp; rooms: readonly string[] }[] = [
  { word: /\bfetch\(/, rooms: ['api', 'worker', 'state'] },
  { word: /\b(localStorage|sessionStorage)\b/, rooms: ['state'] },
  { word: /\bindexedDB\b/, rooms: ['worker', 'state'] },
  { word: /\bnavigator\.storage\b/, rooms: ['worker'] },
  // Loaded by the workers that connect to an API, and by nothing else.
  { word: /\bnew XMLHttpRequest\b/, rooms: ['api'] },
  { word: /\bnew (WebSocket|EventSource)\b|sendBeacon/, rooms: [] },
]
