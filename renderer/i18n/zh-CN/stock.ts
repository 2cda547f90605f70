// Words of the store room screens: lots, transfers, stock card, places, Chinese: the source of the keys.
export const stock = {
  lots: { title: '批次' },
  transfers: { title: '调拨' },
  card: { title: '物资台账' },
  places: { title: '地点' },
} as const;
