declare module 'virtual:sandbox-document' {
  /** The HTML text of the document in which readers' programs run. */
  const document: string;
  export default document;
}
