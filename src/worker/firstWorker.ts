/** The name of a page's first worker of a document: what it has compiled for speed serves those that follow. */
export const FIRST_WORKER = 'first'
