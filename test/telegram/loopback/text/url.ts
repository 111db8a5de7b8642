// Which links Telegram takes.
/** What is wrong with a link behind a text or a button; undefined if nothing is. */
export function urlProblem(url: string): string | undefined {
  if (/^(?:tg|ton|tonsite):\/\//i.test(url)) return undefined
  const full = /^[a-z][a-z0-9+.-]*:/i.test(url) && !/^[\w.-]+:\d+/.test(url) ? url : `http://${url}`
  const read = URL.canParse(full) ? new URL(full) : undefined
  if (read !== undefined && !['http:', 'https:'].includes(read.protocol)) return 'Unsupported URL protocol'
  // Nobody can open a host without a dot, such as localhost.
  return read === undefined || !read.hostname.includes('.') || /\s/.test(url) ? 'Wrong HTTP URL' : undefined
}
