// Tables of rules: each says what it has to say or null, and the first that says something decides.

export function firstOf<Of extends readonly unknown[], Said>(rules: readonly ((...of: Of) => Said | null)[], ...of: Of): Said | null {
  for (const rule of rules) {
    const said = rule(...of)
    if (said !== null) return said
  }
  return null
}
