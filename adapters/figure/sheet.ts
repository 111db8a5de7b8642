// A laid-out picture: shapes at places, in units of which a phone's width has about 400. Colours are named by what they are for.

/** What a colour is for; each theme says which one it is. */
export type Ink = 'ground' | 'card' | 'edge' | 'ink' | 'soft' | 'accent' | 'today' | 'on-today'

export type Weight = 'regular' | 'bold'

export type Shape =
  /** `y` is the baseline. `on` is the colour that it stands on. */
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly style: Style; readonly on: Ink }
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly round: number
      readonly fill: Ink
    }
  /** `fill` null is an open one. */
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly r: number; readonly fill: Ink | null; readonly edge: Ink }
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point; readonly ink: Ink; readonly width: number; readonly dashed: boolean }

export interface Style {
  readonly size: number
  readonly weight: Weight
  readonly ink: Ink
}

interface Point {
  readonly x: number
  readonly y: number
}

export interface Sheet {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}
