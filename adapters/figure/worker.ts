// Draws pictures in a thread of its own: one takes longer than an answer, and nobody else is to wait for it.
import { parentPort } from 'node:worker_threads'
import { nameOf } from '../name-of-error.js'
import type { Done, Job } from './job.js'
import { pngOf } from './png.js'
import { figureSvg } from './svg.js'
import { missingIn } from './typeface.js'

parentPort?.on('message', ({ id, figure, theme }: Job) => {
  parentPort?.postMessage(draw(id, figure, theme))
})

function draw(id: number, figure: Job['figure'], theme: Job['theme']): Done {
  try {
    if (figure) return { id, png: pngOf(figureSvg(figure, theme)) }
    missingIn('0')
    return { id, png: null }
  } catch (error) {
    return { id, png: null, error: nameOf(error) }
  }
}
