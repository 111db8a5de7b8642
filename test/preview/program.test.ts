// `npm run preview` from its start to its end.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freePort } from '../telegram/serving.js'
import { environment, run } from '../terminal/program.js'
import { raw } from './serving.js'

const PREVIEW = join(import.meta.dirname, '..', '..', 'dist', 'adapters', 'preview', 'main.js')

async function started(env: Record<string, string>): Promise<{ printed: string; stop: () => Promise<number | null> }> {
  const child = spawn(process.execPath, [PREVIEW], { env: environment(env) })
  const ended = once(child, 'close')
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  await expect.poll(() => printed, { timeout: 90_000 }).toContain('\n')
  return {
    printed,
    stop: async () => {
      child.kill('SIGTERM')
      return (await ended)[0]
    },
  }
}

it('without any token it prints its address, serves the page, and ends when it is asked to', async () => {
  const port = await freePort()
  const { printed, stop } = await started({ HTTP_PORT: String(port) })
  expect(printed).toBe(`Preview: http://127.0.0.1:${port}/ (Ctrl-C ends it)\n`)
  expect((await raw(port, '/')).text).toContain('<script type="module" src="/page.js">')
  expect(await stop()).toBe(0)
}, 120_000)

it('whoever ends it as soon as it says how is heard', async () => {
  // Asks itself to end within the very write that says so.
  const hasty = `import process from 'node:process'
    const write = process.stdout.write.bind(process.stdout)
    process.stdout.write = (...said) => {
      if (String(said[0]).includes('Ctrl-C')) process.kill(process.pid, 'SIGINT')
      return write(...said)
    }`
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(hasty)}`
  const { code, stdout } = await run(PREVIEW, [], { env: { HTTP_PORT: String(await freePort()), NODE_OPTIONS } })
  expect([code, stdout.startsWith('Preview: ')]).toEqual([0, true])
}, 120_000)

it('where others reach it, the address holds a key', async () => {
  const port = await freePort()
  const { printed, stop } = await started({ HTTP_PORT: String(port), HTTP_HOST: '0.0.0.0' })
  const [, key = ''] = /http:\/\/0\.0\.0\.0:\d+\/(\?key=[\w-]{43}) /.exec(printed) ?? []
  expect([(await raw(port, '/')).status, (await raw(port, `/${key}`)).status]).toEqual([401, 303])
  expect(await stop()).toBe(0)
}, 120_000)

it('bad knowledge is told before anything is served', async () => {
  const { code, stdout, stderr } = await run(PREVIEW, [], { env: { KNOWLEDGE_DIR: 'test/preview' } })
  expect([code, stdout, stderr.includes('Nothing was started')]).toEqual([78, '', true])
}, 120_000)
