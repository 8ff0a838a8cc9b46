// The time, as coarse as what is drawn by it.
import { useEffect, useState } from 'react'

/** Milliseconds since 1970, a minute old at most. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const look = () => setNow(Date.now())
    // It may have been out of sight for long.
    const first = setTimeout(look)
    const timer = setInterval(look, 30_000)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [])
  return now
}
