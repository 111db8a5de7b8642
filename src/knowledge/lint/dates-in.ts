// Dates as people write them in the texts of facts.

/** A date as far as it is told: `2021`, `2021-12`, `2021-12-31`. */
export type Told = string

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?'

/** The dates with a year that a text in either language tells, each as far as it tells it; the end of a year or month is its last day. */
export function datesIn(text: string): Told[] {
  const { found, rest } = scan(text)
  return [...found, ...(rest.match(/(?<!\d)(?:19|20)\d\d(?=年|\b)/g) ?? [])]
}

/** Whether a text tells the month and day of a date without its year, as of one end of a span whose other end has it. */
export function tellsWithoutYear(text: string, date: string): boolean {
  const [, m = 1, d = 1] = date.split('-').map(Number)
  const name = `${MONTHS[m - 1]}[a-z]*\\.?`
  const forms = `(?<!\\d)0?${m}\\s*月\\s*0?${d}\\s*[日号]|\\b${d}(?:st|nd|rd|th)?(?: of)? ${name}|\\b${name} ${d}(?!\\d)`
  return new RegExp(forms).test(scan(text).rest)
}

/** The dates of more than a year, and the text without them: what was read as a date is not read again. */
function scan(text: string): { readonly found: Told[]; readonly rest: string } {
  const found: Told[] = []
  const rest = FORMS.reduce(
    (left, { form, read }) =>
      left.replace(form, (...match: (string | undefined)[]) => {
        found.push(read(match))
        return ' '.repeat(match[0]?.length ?? 0)
      }),
    text.normalize('NFKC').toLowerCase(),
  )
  return { found, rest }
}

type Match = readonly (string | undefined)[]

const FORMS: readonly { readonly form: RegExp; readonly read: (match: Match) => Told }[] = [
  { form: /(?<!\d)(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)/g, read: ([, y, m, d]) => told(y, m, d) },
  { form: /(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g, read: ([, y, m, d]) => told(y, m, d) },
  { form: /(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*底/g, read: ([, y, m]) => told(y, m, String(lastDay(Number(y), Number(m)))) },
  { form: /(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月/g, read: ([, y, m]) => told(y, m) },
  { form: /(?<!\d)(\d{4})\s*年\s*年?\s*底/g, read: ([, y]) => told(y, '12', '31') },
  {
    form: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? (\\d{4})\\b`, 'g'),
    read: ([, d, m, y]) => told(y, month(m), d),
  },
  {
    form: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'g'),
    read: ([, m, d, y]) => told(y, month(m), d),
  },
  {
    form: new RegExp(`\\bend of ${MONTH},? (\\d{4})\\b`, 'g'),
    read: ([, m, y]) => told(y, month(m), String(lastDay(Number(y), Number(month(m))))),
  },
  { form: new RegExp(`\\b${MONTH},? (\\d{4})\\b`, 'g'), read: ([, m, y]) => told(y, month(m)) },
  { form: /\bend of (\d{4})\b/g, read: ([, y]) => told(y, '12', '31') },
]

/** The last day of a month. */
export function lastDay(year: number, monthNumber: number): number {
  return new Date(Date.UTC(year, monthNumber, 0)).getUTCDate()
}

/** Whether there is such a day. */
export function exists(date: Told): boolean {
  const [year = 0, monthNumber = 1, day = 1] = date.split('-').map(Number)
  return monthNumber >= 1 && monthNumber <= 12 && day >= 1 && day <= lastDay(year, monthNumber)
}

function month(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3)) + 1)
}

function told(...parts: (string | undefined)[]): Told {
  return parts.map((part) => (part ?? '').padStart(2, '0')).join('-')
}
