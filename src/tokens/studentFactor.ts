// How much wider an interval is that was told from few observations.

/** The 97.5 % point of Student's t, to 1 % from 3 degrees of freedom on (Cornish and Fisher). */
export function studentFactor(freedom: number): number {
  const z = 1.959964
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3
}
