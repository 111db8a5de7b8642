// Dates and language tags as people write them, on the command line and in request lines.
import * as z from 'zod'

export const DATE_HINT = 'write an ISO date or date-time, such as 2023-06-30 or 2023-06-30T09:00:00+08:00'
export const LOCALE_HINT = 'write a BCP 47 tag, such as zh-Hans, zh-TW or en'

const day = z.iso.date()
const instant = z.iso.datetime({ offset: true, local: true })

/** The instant that an ISO text means, or null where it is none. */
export function parseInstant(text: string): Date | null {
  // A day alone is its noon in UTC: the same day in nearly every time zone that a notice can be in.
  if (day.safeParse(text).success) return new Date(`${text}T12:00:00Z`)
  return instant.safeParse(text).success ? new Date(text) : null
}

/** Whether a text is a well-formed BCP 47 tag. It may still name a language that no answer is written in. */
export function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
