// The plans of all providers that have any, found by the bundler. Lines of the others are read one by
// one.
import type { PairRole } from '../pairLines.ts'
import type { PairPlan } from './pairPlan.ts'

/** By role, what the scanner looks at in a provider's lines. */
export type ScanPlans = Readonly<Record<PairRole, PairPlan>>

const modules = import.meta.glob<ScanPlans>('../../providers/*/scanPlans.ts', {
  eager: true,
  import: 'scanPlans',
})

export function pairPlanOf(providerId: string, role: PairRole): PairPlan | undefined {
  return modules[`../../providers/${providerId}/scanPlans.ts`]?.[role]
}
