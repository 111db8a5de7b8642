// The invented notice of these tests, and what its first fact looks like when it is told.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const KNOWLEDGE = join(dirname(fileURLToPath(import.meta.url)), 'knowledge')

export const POTTERY = {
  question: 'Who leads the pottery course?',
  text: 'The pottery course is led by the art museum.\nSource: “Community courses open for application” (2024-03-01), paragraph 3',
}

export const CHOIR_ZH = {
  question: '谁牵头合唱课？',
  text: '合唱课由文化馆牵头。\n来源：《社区课程开始申报》（2024-03-01），第2段',
}
