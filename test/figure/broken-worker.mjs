// A thread for drawing that never answers, or ends at its first job.
import { parentPort } from 'node:worker_threads'

parentPort?.on('message', ({ theme }) => {
  if (theme === 'dark') process.exit(1)
})
