// Limits of OpenAI's Batch API that several rooms need. Source: its guide and description, 2026-08-21.

/** Requests in one file. */
export const MAX_BATCH_REQUESTS = 50_000

/** The documented 200 MB is 209,715,200 bytes in the server's own words. */
export const MAX_BATCH_BYTES = 209_715_200

/** What no reading of "200 MB" refuses. */
export const SAFE_BATCH_BYTES = 200_000_000

/** Texts, tokens or token lists to embed, over all requests of a file. */
export const MAX_BATCH_INPUTS = 50_000

/** Code units of a custom_id. OpenAI names no bound; guides of others have this one, and a longer id is most likely a slip. */
export const MAX_CUSTOM_ID = 512
