// How a lot stands as a line on a paper (db/contract/measures.ts itemName, lotName), for queries that join `lot` and its `item`. The tag
// is made of id and grade (tags.ts).
export const lotColumns = [
  'item.id as itemId',
  'item.code as itemCode',
  'item.name as itemName',
  'item.spec',
  'item.unit',
  'item.unit_scale as unitScale',
  'lot.id as lotId',
  'lot.grade',
  'lot.expiry_day as expiryDay',
  'lot.stock_class as stockClass',
] as const;
