// What one voucher of a batch is worth. A package is worth its goods at list price; by household size the table decides. Pure.

/** From so many covered members on, so much: fen or points. */
export interface SizeFace {
  readonly members: number;
  readonly face: number;
}
export interface FaceRule {
  readonly kind: 'value' | 'package' | 'points';
  readonly basis: 'household' | 'person' | 'size';
  readonly faceFen: number;
  readonly facePoints: number;
  readonly sizeFaces: readonly SizeFace[];
}
export interface Face {
  readonly faceFen: number;
  readonly facePoints: number;
}

/** `packageFen`: the goods of the package at list price; only a package batch asks for it. */
export const faceOf = (rule: FaceRule, members: number, packageFen: number | null): Face => {
  if (rule.kind === 'package') {
    if (packageFen === null) throw new Error('a package without a worth');
    return { faceFen: packageFen, facePoints: 0 };
  }
  const bySize = [...rule.sizeFaces].reverse().find((line) => line.members <= members)?.face ?? 0;
  if (rule.kind === 'points')
    return { faceFen: 0, facePoints: rule.basis === 'size' ? bySize : rule.facePoints };
  return { faceFen: rule.basis === 'size' ? bySize : rule.faceFen, facePoints: 0 };
};

/** What the batch itself is listed with: of one voucher, by size the smallest. */
export const smallestFace = (rule: FaceRule, packageFen: number | null): Face =>
  faceOf(rule, rule.sizeFaces[0]?.members ?? 1, packageFen);
