// Whether a clause denies what it says ("it does not belong there"), and does not only ask by a no: "isn't it?", 不是…吗.
import { hasCue, type Token } from './token.js'

export function denies(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)
  return tokens.some((token, i) => {
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    return hasCue(token, 'not') && !asksByNo(token, before, after) && !isRepeated(before, after) && !isRhetorical(token, last)
  })
}

/** "doesn't it?" after a sentence, "isn't it led by …?" at its beginning: words that ask and deny at once. */
function asksByNo(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  return (hasCue(token, 'yesno') || hasCue(token, 'can')) && (!before || !after || hasCue(after, 'it') || TAG.has(after.text))
}

const TAG: ReadonlySet<string> = new Set(['it', 'they', 'he', 'she', 'there', 'that', 'this', 'we', 'you', 'one'])

/** 可不可以, 有没有: what is said twice asks. */
function isRepeated(before: Token | undefined, after: Token | undefined): boolean {
  return before !== undefined && after?.text.startsWith(before.text.slice(-1)) === true
}

/** 不是 … 吗 expects a yes; 不是 … 吧 does not. */
function isRhetorical(token: Token, last: Token | undefined): boolean {
  return token.text === '不是' && (last?.text === '吗' || last?.text === '么')
}
