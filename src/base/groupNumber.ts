// One formatter for all numbers in messages: making one for each number costs microseconds.
const grouped = new Intl.NumberFormat('en-US')

/** 31207 becomes '31,207'. */
export function groupNumber(value: number): string {
  return grouped.format(value)
}
