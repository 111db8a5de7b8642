// How a component of a message names a file that is sent with it.
const SCHEME = 'attachment://'

export function attachmentUrl(name: string): string {
  return `${SCHEME}${name}`
}
