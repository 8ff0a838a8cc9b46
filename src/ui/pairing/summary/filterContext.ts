// What every number of the summary needs: the current filter, and how to change it.
import { createContext, use } from 'react'
import type { PairFilter } from '../../../contracts/pairingApi.ts'

export interface FilterUse {
  readonly filter: PairFilter
  readonly onFilter: (filter: PairFilter) => void
}

export const FilterContext = createContext<FilterUse>({ filter: {}, onFilter: () => {} })

export function useFilter(): FilterUse {
  return use(FilterContext)
}
