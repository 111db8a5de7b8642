// A client that sends bytes as it likes, and keeps what it is answered.
import { connect, type Socket } from 'node:net'

export interface Told {
  /** All that came back. */
  readonly text: string
  /** How many bytes could be sent until the other side had enough. */
  readonly sent: number
}

/** @param port of the loopback interface @param send what to do with the connection; `count` is told how much was sent */
function converse(port: number, send: (socket: Socket, count: (bytes: number) => void) => void, ms = 30_000): Promise<Told> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let [text, sent] = ['', 0]
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`neither answered nor closed within ${ms} ms; it said ${JSON.stringify(text)}`))
    }, ms)
    socket.setEncoding('latin1').on('data', (data: string) => {
      text += data
    })
    // Reset in the middle of sending: that is what it is there for.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      resolve({ text, sent })
    })
    send(socket, (bytes) => {
      sent += bytes
    })
  })
}

/** Sends it all at once and waits until the other side closes. */
export function sendRaw(port: number, bytes: string | Uint8Array): Promise<Told> {
  return converse(port, (socket, count) => {
    socket.write(bytes)
    count(bytes.length)
  })
}

/** Sends the head, then one piece after the other for as long as they are taken, `most` bytes at most. */
export function pour(port: number, head: string, piece: string, most: number): Promise<Told> {
  return converse(port, (socket, count) => {
    let left = most
    const goOn = (): void => {
      while (left > 0 && !socket.destroyed) {
        left -= piece.length
        count(piece.length)
        if (!socket.write(piece)) return
      }
    }
    socket.on('drain', goOn)
    socket.write(head)
    goOn()
  })
}

/** Sends the head at once, and of the rest a byte every `everyMs` milliseconds, for ever. */
export function drip(port: number, head: string, everyMs: number): Promise<Told> {
  return converse(port, (socket, count) => {
    socket.write(head)
    const timer = setInterval(() => {
      if (socket.destroyed) return clearInterval(timer)
      socket.write('x')
      count(1)
    }, everyMs)
    socket.on('close', () => clearInterval(timer))
  })
}
