// zod as all schemas here use it: without `new Function`, which the page's Content-Security-Policy
// forbids. It has to be configured before the first schema is made, so schemas import it from here.
import { z } from 'zod'

z.config({ jitless: true })

export { z }
