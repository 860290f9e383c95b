/** What the API sent is not the file that was asked for. The message says, in a sentence, what came instead. */
export class UnusableFileError extends Error {
  override name = 'UnusableFileError'
}
