// One connection that sends requests one after the other, with as little work as possible: who measures must not be what is measured.
import { connect, type Socket } from 'node:net'

export interface Told {
  readonly status: number
  /** Seconds, where it is told to come again. */
  readonly retryAfter: number | undefined
}

/** No answer: the connection was refused, or broke. */
const NOTHING: Told = { status: 0, retryAfter: undefined }

export class Wire {
  readonly #port: number
  #socket: Socket | undefined
  #read = ''
  #answer: ((told: Told) => void) | undefined

  constructor(port: number) {
    this.#port = port
  }

  /** Resolves with what the request is answered with; to status 0 where there is no answer. One at a time. */
  send(request: Buffer): Promise<Told> {
    const socket = this.#socket ?? this.#open()
    return new Promise((resolve) => {
      this.#answer = resolve
      socket.write(request)
    })
  }

  end(): void {
    this.#socket?.destroy()
  }

  #open(): Socket {
    const socket = connect(this.#port, '127.0.0.1').setNoDelay(true).setEncoding('latin1')
    this.#socket = socket
    this.#read = ''
    socket.on('data', (text: string) => {
      this.#read += text
      const told = answerIn(this.#read)
      if (!told) return
      this.#read = ''
      if (told.isLast) this.#close(socket)
      this.#tell(told)
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      if (this.#socket !== socket) return
      this.#socket = undefined
      this.#tell(NOTHING)
    })
    return socket
  }

  #close(socket: Socket): void {
    this.#socket = undefined
    socket.destroy()
  }

  #tell(told: Told): void {
    const answer = this.#answer
    this.#answer = undefined
    answer?.(told)
  }
}

/** The answer, where all of it is there. Both programs answer without a body. */
function answerIn(text: string): (Told & { isLast: boolean }) | undefined {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = text.slice(0, end).toLowerCase()
  if (head.includes('transfer-encoding: chunked') && !text.endsWith('0\r\n\r\n')) return undefined
  const after = /\r\nretry-after: (\d+)/.exec(head)?.[1]
  return {
    status: Number(text.slice(9, 12)),
    retryAfter: after === undefined ? undefined : Number(after),
    isLast: head.includes('connection: close'),
  }
}
