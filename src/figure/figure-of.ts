// The picture of a kind that can be drawn of a notice.
import type { Notice } from '../knowledge/notice.js'
import type { DrawnIn } from './drawn-in.js'
import type { Figure, FigureKind } from './figure.js'
import { planOf } from './plan.js'
import { mapOf } from './things-map.js'
import { timelineOf } from './timeline.js'

/** Null where there is nothing to draw. */
export function figureOf(kind: FigureKind, notice: Notice, drawn: DrawnIn): Figure | null {
  const { timeline, map } = planOf(notice, drawn.library)
  if (kind === 'timeline') return timeline && timelineOf(notice, timeline, drawn)
  return map && mapOf(notice, map, drawn)
}
