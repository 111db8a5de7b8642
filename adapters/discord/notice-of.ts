// The notice that a command is about: the one that was chosen, else the first.
import type { Library } from '../../src/knowledge/library.js'
import type { Notice } from '../../src/knowledge/notice.js'

export function noticeOf(library: Library, chosen: string | null): Notice {
  return library.notices.get(chosen ?? '') ?? (library.notices.values().next().value as Notice)
}
