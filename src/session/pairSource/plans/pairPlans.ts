// The plans that there are. Lines of other providers are read one by one.
import type { PairRole } from '../../../pairing/pairLines.ts'
import { anthropicAnswerPlan, anthropicRequestPlan } from './anthropicPlans.ts'
import { openaiAnswerPlan, openaiRequestPlan } from './openaiPlans.ts'
import type { PairPlan } from './pairPlan.ts'

const PLANS: Readonly<Record<string, Readonly<Record<PairRole, PairPlan>>>> = {
  anthropic: { requests: anthropicRequestPlan, answers: anthropicAnswerPlan },
  openai: { requests: openaiRequestPlan, answers: openaiAnswerPlan },
}

export function pairPlanOf(providerId: string, role: PairRole): PairPlan | undefined {
  return PLANS[providerId]?.[role]
}
