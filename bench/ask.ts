// A question of the benchmark, and the one shape in which every engine is measured.

export interface Asked {
  readonly text: string
  /** The fact that answers it, as `notice/fact`. */
  readonly expected: string
  /** About the real notice, or about a generated one. */
  readonly of: 'real' | 'generated'
}

export interface Engine {
  readonly name: string
  /** Facts, as `notice/fact`, that the engine answers with. */
  ask(question: string): readonly string[]
}

/** Makes an engine ready to be asked: what the time to build is taken of. */
export type Build = () => Engine
