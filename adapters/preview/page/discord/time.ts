// An instant as Discord shows it to a reader: by the reader's own clock, or from now.
import { nowOf, type State } from '../state.js'

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** @param unix in seconds @param format Discord's letter; R is from now */
export function timeOf(unix: number, format: string | undefined, { lang, view }: State): string {
  if (format !== 'R') return new Intl.DateTimeFormat(lang, STYLES[format ?? 'f'] ?? STYLES.f).format(new Date(unix * 1000))
  const seconds = unix - nowOf(view).getTime() / 1000
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  return new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(Math.round(seconds / length), unit)
}

/** When a message was sent, as it stands beside its author. */
export function shortTime(at: Date, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'short', timeStyle: 'short' }).format(at)
}
