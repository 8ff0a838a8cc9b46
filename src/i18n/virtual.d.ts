/** Made by build/messagesPlugin.ts of the files in `catalogues`. */
declare module 'virtual:catalogue/*' {
  const catalogue: Readonly<Record<string, unknown>>
  // oxlint-disable-next-line import/no-default-export
  export default catalogue
}
