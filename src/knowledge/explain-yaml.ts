// What is wrong with a text as YAML, in words for people who do not write YAML for a living.
import { type Document, isAlias, isCollection, isScalar, type Node, type ParsedNode, Scalar, visit, type YAMLError } from 'yaml'
import { quote } from './wording.js'

interface Slip {
  readonly offset: number
  readonly message: string
}

/** Mistakes that the parser found. A repeated key leaves the rest readable; after any other the data cannot be trusted. */
export function explainYaml(document: Document.Parsed<ParsedNode, boolean>, text: string): { broken: boolean; mistakes: Slip[] } {
  const lines = new Set<number>()
  const mistakes = document.errors.flatMap((error, i): Slip[] => {
    const slip = explain(error, document, text)
    const line = text.lastIndexOf('\n', slip.offset - 1)
    // One slip makes the parser stumble several times in a line, or over every word that follows: the first says it all.
    if (lines.has(line) || (i > 0 && /in YAML stream/.test(error.message))) return []
    lines.add(line)
    return [slip]
  })
  return { broken: document.errors.some(({ code }) => code !== 'DUPLICATE_KEY'), mistakes }
}

const TAB = 'the line begins with a tab; indent it with spaces'

function explain(error: YAMLError, document: Document, text: string): Slip {
  const offset = error.pos[0]
  const here = (message: string): Slip => ({ offset, message })
  // Whatever the parser makes of it: people do not see a tab, and mean spaces.
  const line = text.lastIndexOf('\n', offset - 1) + 1
  const tab = /^ *\t/.exec(text.slice(line, offset + 1))
  if (tab) return { offset: line + tab[0].length - 1, message: TAB }
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return here(`the key ${quote(/^[^:\n]*/.exec(text.slice(offset))?.[0] ?? '')} stands here a second time; keep one of the two`)
    case 'TAB_AS_INDENT':
      return here(TAB)
    case 'MULTIPLE_DOCS':
      return here('the line "---" begins a second document; remove that line')
    case 'BAD_SCALAR_START':
      return here(`a text cannot begin with ${quote(text[offset] ?? '')} here; put the whole text in quotes`)
    case 'BAD_DQ_ESCAPE':
      return here('a backslash has a meaning of its own in double quotes; write it twice (\\\\), or use single quotes')
    case 'BLOCK_AS_IMPLICIT_KEY':
      return here(
        'a colon follows where a text has begun; put the text in quotes if the colon is part of it, or begin a new line for the next key with the indentation of the others',
      )
    default:
      return unclosed(error, document, text) ?? here(general(error, text))
  }
}

/** Quotes and brackets that stay open are noticed far behind; the place to mend is where they open. */
function unclosed(error: YAMLError, document: Document, text: string): Slip | null {
  const end = error.pos[0]
  const about = /closing .quote|at node end/.test(error.message) ? 'quote' : /Flow (?:sequence|map)/.test(error.message) ? 'flow' : null
  if (!about) return null
  let found: Node | undefined
  visit(document, {
    Node: (_key, node) => {
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
      const wanted = about === 'quote' ? quoted : isCollection(node) && node.flow === true
      if (wanted && node.range && node.range[0] <= end && end <= node.range[2] + 1) found = node
    },
  })
  const offset = found?.range?.[0]
  if (offset === undefined) return null
  const mark = text[offset] ?? ''
  if (about === 'flow') return { offset, message: `the ${mark} that opens here is not closed; add ${mark === '[' ? ']' : '}'} at its end` }
  const oneLine = /at node end/.test(error.message) && !text.slice(offset, end).includes('\n')
  if (oneLine)
    return {
      offset: end,
      message: `the text goes on after its closing quote; put quotes around the whole text and write a quote inside it as ${mark === "'" ? "''" : '\\"'}`,
    }
  return { offset, message: `the quote that opens here is not closed on its line; add ${mark} at the end of the text` }
}

function general(error: YAMLError, text: string): string {
  const [offset] = error.pos
  const mark = text[offset] ?? ''
  if (error.code === 'BAD_INDENT' || /without - indicator/.test(error.message))
    return 'the line is not indented like the others of its kind; begin it in the same column'
  if (mark === ',') return 'there is a comma with nothing before it; remove the comma'
  if (/[\]}]/.test(mark)) return `the ${mark} closes nothing; remove it, or put the text in quotes if it is part of it`
  if (error.code === 'MULTILINE_IMPLICIT_KEY') return 'a key has no colon and space after it; write "key: value", one key a line'
  if (/block-seq-ind/.test(error.message)) return 'a hyphen follows on the line of a key; begin a new line for it'
  if (/Comments must/.test(error.message)) return 'a # touches the text before it; put a space before the #, or the text in quotes'
  if (/header includes extra|Not a YAML token/.test(error.message))
    return 'text follows on the line of | or >; begin a new, indented line for it, or put the text in quotes'
  return `this is not YAML (${error.message.split('\n')[0]}); compare the hyphens, colons, quotes and brackets of this line with an entry that works`
}

/** YAML's references, tags and odd keys are not used here: who writes one meant text. Each is replaced by text, so that the rest is read. */
export function forbidTricks(document: Document): Slip[] {
  const slips: Slip[] = []
  const note = (node: Node | null, message: string): void => {
    slips.push({ offset: node?.range?.[0] ?? 0, message })
  }
  visit(document, {
    Pair: (_key, pair) => {
      const key = pair.key
      if ((isScalar(key) && key.value !== null) || isAlias(key)) return undefined
      note(key as Node | null, 'a key is one word before a colon; put the text in quotes if it begins with { or [, or add the key')
      return visit.REMOVE
    },
    Alias: (_key, node) => {
      note(node, `a text cannot begin with * here; put ${quote(`*${node.source}`)} in quotes`)
      const text = new Scalar(`*${node.source}`)
      text.range = node.range ?? null
      return text
    },
    Node: (_key, node) => {
      if (isAlias(node)) return undefined
      const mark = node.anchor ? `&${node.anchor}` : node.tag?.startsWith('tag:') ? `!!${node.tag.split(':').at(-1)}` : node.tag
      if (!mark) return undefined
      note(node, `a text cannot begin with ${mark[0]} here; put the whole text in quotes, or remove ${quote(mark)}`)
      delete node.anchor
      delete node.tag
      if (isScalar(node)) node.value = `${mark} ${node.source ?? ''}`.trim()
      return undefined
    },
  })
  return slips
}
