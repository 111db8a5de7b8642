// A question of the benchmark, and the one shape in which every engine is measured.

export interface Asked {
  readonly text: string
  /** The fact that answers it, as `notice/fact`; '' where only the time counts. */
  readonly expected: string
  /** About the real notice, about a generated one, or whatever people asked. */
  readonly of: 'real' | 'generated' | 'people'
}

export interface Engine {
  readonly name: string
  /** Facts, as `notice/fact`, that the engine answers with. */
  ask(question: string): readonly string[]
}

/** Makes an engine ready to be asked: what the time to build is taken of. */
export type Build = () => Engine
