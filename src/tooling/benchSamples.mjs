// Made-up values for the benchmarks of single parts, the same in every run.

const words = 'the quick brown fox jumps over a lazy dog and then writes another'.split(' ')
let seed = 1
const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32
const prose = (n) =>
  Array.from({ length: n }, () => words[Math.floor(random() * words.length)]).join(' ')

export const request = (i) => ({
  custom_id: `request-${i}`,
  method: 'POST',
  url: '/v1/chat/completions',
  body: {
    model: 'gpt-4o-mini',
    messages: [
      { role: 'system', content: 'You are a "helpful" assistant.' },
      { role: 'user', content: `${prose(90)}\n${prose(12)}` },
    ],
    max_tokens: 1000,
    temperature: 0.2,
  },
})
export const row = (i) => ({ id: i, name: `user ${i}`, isOk: true, score: random(), tags: null })
export const vector = (i) => ({ id: i, v: Array.from({ length: 256 }, () => random() - 0.5) })
