/** The up to `most` ids that look most like `wanted`, the likest first; none that share nothing with it. */
export function nearest(wanted: string, ids: readonly string[], most = 3): string[] {
  const target = pairsOf(wanted)
  return ids
    .map((id) => ({ id, score: overlap(target, pairsOf(id)) }))
    .filter(({ score }) => score > 0.2)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ id }) => id)
}

/** Neighbouring letters, the unit of Dice's coefficient: robust against typing errors and word order. */
function pairsOf(text: string): Set<string> {
  const letters = text
    .slice(0, 80)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)))
}

const overlap = (a: Set<string>, b: Set<string>): number => (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size || 1)
