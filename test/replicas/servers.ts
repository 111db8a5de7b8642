// The real redis-server and nginx on the loopback interface, with nothing kept on disk but in a folder of their own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../telegram/serving.js'

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0
export const hasNginx = spawnSync('nginx', ['-v']).status === 0

export interface Server {
  readonly port: number
  readonly child: ChildProcess
  stop(): Promise<void>
}

/** Empty at each start. */
export async function startRedis(port?: number, ...options: readonly string[]): Promise<Server> {
  const at = port ?? (await freePort())
  const child = spawn('redis-server', ['--port', String(at), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...options], {
    stdio: 'ignore',
    cwd: tmpdir(),
  })
  await listening(at)
  return { port: at, child, stop: () => end(child) }
}

/** As the project's own configuration has it, with these in place of its three replicas. */
export async function startNginx(replicas: readonly number[]): Promise<Server> {
  const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), 'asknotice-nginx-'))]
  const own = readFileSync(join('deploy', 'nginx.conf'), 'utf8')
  const text = replicas
    .reduce((conf, replica, i) => conf.replace(`asknotice-${i + 1}:8787`, `127.0.0.1:${replica}`), own)
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replaceAll('/tmp/', `${folder}/`)
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, text)
  const child = spawn('nginx', ['-c', file, '-e', join(folder, 'error.log'), '-g', 'daemon off;'], { stdio: 'ignore' })
  await listening(port)
  const stop = async (): Promise<void> => {
    await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
  return { port, child, stop }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  // One that was stopped hears nothing.
  child.kill('SIGCONT')
  await once(child, 'close')
}

async function listening(port: number): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
      socket.unref().on('connect', () => socket.destroy())
    })
    if (isThere) return
    await sleep(50)
  }
  throw new Error(`nothing listens on port ${port}`)
}
