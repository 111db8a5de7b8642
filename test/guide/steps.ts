// A guide in Markdown → what its reader does, in order: files that are written or edited, commands that are run, output that comes.

export type Step =
  | { readonly kind: 'write'; readonly line: number; readonly file: string; readonly text: string }
  | { readonly kind: 'append'; readonly line: number; readonly file: string; readonly text: string }
  | { readonly kind: 'replace'; readonly line: number; readonly file: string; readonly from: string; readonly to: string }
  /** `shown`: the lines that stand beneath the command. */
  | { readonly kind: 'run'; readonly line: number; readonly command: string; readonly shown: readonly string[] }
  /** What the command that is still running prints next. */
  | { readonly kind: 'more'; readonly line: number; readonly shown: readonly string[] }
  /** Ctrl-C. */
  | { readonly kind: 'interrupt'; readonly line: number }

/** Files named without a folder are those of the notice. */
const NOTICE = '../market/knowledge/autumn-market/'

/** Every fenced block as steps. Throws where one is of a kind that nobody can follow. */
export function stepsOf(markdown: string): Step[] {
  const steps: Step[] = []
  const lines = markdown.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const [, language = '', name = ''] = /^```(\w*) ?(.*)$/.exec(lines[at] ?? '') ?? []
    if (!lines[at]?.startsWith('```')) continue
    const end = lines.indexOf('```', at + 1)
    if (end < 0) throw new Error(`line ${at + 1}: this block is not closed`)
    const block = lines.slice(at + 1, end)
    if (language === 'console') steps.push(...consoleSteps(block, at + 2))
    else if (language === 'yaml') steps.push(yamlStep(block, at + 2))
    else if (name !== '') steps.push({ kind: 'write', line: at + 1, file: name, text: textOf(block) })
    else throw new Error(`line ${at + 1}: nobody can follow a block of this kind: ${lines[at]}`)
    at = end
  }
  return steps
}

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

/** The first line names the file and what is done to it; the second half of a replacement begins at a line of its own. */
function yamlStep(block: readonly string[], line: number): Step {
  const [first = '', ...rest] = block
  const [, name = '', what = ''] = /^# ([\w.-]+)[，,] ?(.+)$/.exec(first) ?? []
  const file = `${NOTICE}${name}`
  if (what === 'at its end' || what === '加在末尾') return { kind: 'append', line, file, text: textOf(rest) }
  const middle = rest.findIndex((text) => text === '# and write instead:' || text === '# 改成：')
  if ((what === 'find:' || what === '找到：') && middle > 0)
    return { kind: 'replace', line, file, from: textOf(rest.slice(0, middle)), to: textOf(rest.slice(middle + 1)) }
  throw new Error(`line ${line}: this does not say which file is changed, and how: ${first}`)
}

function consoleSteps(block: readonly string[], line: number): Step[] {
  const steps: { kind: 'run' | 'more' | 'interrupt'; line: number; command: string; shown: string[] }[] = []
  let open = false
  block.forEach((text, i) => {
    const last = steps.at(-1)
    if (open && last) last.command += ` ${text.trim()}`
    else if (text.startsWith('$ ')) steps.push({ kind: 'run', line: line + i, command: text.slice(2), shown: [] })
    else if (text === '^C') steps.push({ kind: 'interrupt', line: line + i, command: '', shown: [] })
    else if (last && last.kind !== 'interrupt') last.shown.push(text)
    else steps.push({ kind: 'more', line: line + i, command: '', shown: [text] })
    const now = steps.at(-1)
    open = now?.kind === 'run' && now.command.endsWith('\\')
    if (now && open) now.command = now.command.slice(0, -1).trimEnd()
  })
  return steps
}
