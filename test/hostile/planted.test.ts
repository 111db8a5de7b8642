// The search for planted secrets finds them in every form in which they may come to light.
import { expect, it } from 'vitest'
import { found } from './planted.js'

const SECRETS = { token: '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0', password: 'Geheim/Redis+Wort=7%' }

it.each([
  ['as it is', (secret: string) => secret],
  ['in an address', encodeURIComponent],
  ['in JSON', JSON.stringify],
  ['in base64', (secret: string) => Buffer.from(secret).toString('base64')],
  ['in base64 of more than itself', (secret: string) => Buffer.from(`user:${secret}@host`).toString('base64url')],
  ['in hexadecimal digits', (secret: string) => Buffer.from(secret).toString('hex').toUpperCase()],
])('a secret %s', (_, form) => {
  expect([found(SECRETS, `x ${form(SECRETS.password)} y`), found(SECRETS, 'nothing of it')]).toEqual([['password'], []])
})
