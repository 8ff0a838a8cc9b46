// What one batch may hold where the format of a file says nothing of it. Source: OpenAI's guide,
// 2026-08-21 (batch-format.md §1.4).

/** Requests. */
export const MAX_REQUESTS = 50_000

/** What no reading of OpenAI's '200 MB' refuses; its own server names 209,715,200. */
export const MAX_BYTES = 200_000_000
