// Secrets that are planted, in every form in which they may come to light, and the search for them.

/** The longest part of the base64 of a text that is the same wherever in the encoded bytes it stands. */
function inBase64(text: string, before: number): string {
  const whole = Buffer.from('x'.repeat(before) + text).toString('base64')
  // The characters at both ends hold bits of the neighbours as well.
  return whole.slice(before === 0 ? 0 : before + 1, Math.floor(((before + Buffer.byteLength(text)) * 8) / 6))
}

function formsOf(secret: string): string[] {
  const base64 = [0, 1, 2].map((before) => inBase64(secret, before))
  const forms = [
    secret,
    encodeURIComponent(secret),
    encodeURI(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('hex'),
    [...secret].reverse().join(''),
    secret.replace(/[^\x20-\x7e]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ]
  return [...new Set(forms.flatMap((form) => [form, form.toLowerCase()]))]
}

/** @returns the names of those that are found in the text in any form */
export function found(secrets: Readonly<Record<string, string>>, text: string): string[] {
  const small = text.toLowerCase()
  return Object.entries(secrets)
    .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form) || small.includes(form.toLowerCase())))
    .map(([name]) => name)
}
