export function saveTo(..._: unknown[]): Promise<File> {
  return Promise.reject(new Error('x'))
}
