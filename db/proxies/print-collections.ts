// 代领登记表 of a month, on paper or as a sheet: who came instead of the holder and for how many households, and what institutions
// collected. Masked as on the screen, numbered and logged like everything about people that leaves the program.
import type { Context } from '../context.ts';
import type { RenderRequest, RosterExportModel } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { exportNumber } from '../privacy/export-number.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { collections } from './collections.ts';

type Collections = Output<'proxies.collections'>;
type Line = RosterExportModel['rows'][number];

const columns: RosterExportModel['columns'] = [
  { heading: '日期', type: 'text', width: 1.2 },
  { heading: '单号', type: 'text', width: 1.8 },
  { heading: '代领人', type: 'text' },
  { heading: '证件尾号', type: 'text' },
  { heading: '本月代领(户)', type: 'number' },
  { heading: '其中非亲属(户)', type: 'number' },
  { heading: '家庭', type: 'text', width: 1.8 },
  { heading: '关系', type: 'text', width: 1.4 },
  { heading: '方式', type: 'text' },
  { heading: '原因', type: 'text', width: 1.6 },
  { heading: '批准人', type: 'text' },
  { heading: '经手人', type: 'text' },
  { heading: '备注', type: 'text', width: 1.2 },
];

export const printCollections = async (
  context: Context,
  { format, ...wish }: ParsedInput<'proxies.printCollections'>,
): Promise<RenderRequest> => {
  const { limit, pickups, institutions } = await collections(context, wish);
  const runningNo = await exportNumber(context, 'proxy-collections');
  context.note(`month:${wish.month}`, {
    number: runningNo,
    pickups: pickups.length,
    institutions: institutions.length,
    masked: true,
    format,
  });
  const model: RosterExportModel = {
    kind: 'roster-export',
    ...(await paperFrame(context)),
    mark: { runningNo },
    masked: true,
    title: '代领登记表',
    notes: [
      `${wish.month}${wish.search === '' ? '' : ` · 查找“${wish.search}”`} · 代领 ${pickups.length} 次,机构代领 ${institutions.length} 次(已撤销的列出,不计入户数)`,
      `每人每月最多为 ${limit} 户无亲属关系的家庭代领,超过的注明“超过”`,
    ],
    columns,
    rows: [...pickups.map((row) => pickupLine(row, limit)), ...institutions.map(institutionLine)],
    totals: null,
  };
  return { model, format };
};

const remarks = (...words: readonly (string | false)[]): string =>
  words.filter((word) => word !== false).join(',');

const pickupLine = (row: Collections['pickups'][number], limit: number): Line => [
  row.day,
  row.number,
  row.name,
  row.documentTail,
  row.households,
  row.unrelated,
  `${row.householdNumber} ${row.headName}`,
  `${row.relation}(${row.related ? '亲属' : '非亲属'})`,
  row.standing ? '长期' : '临时',
  row.reason,
  row.approvedBy ?? '',
  row.operator,
  remarks(row.unrelated > limit && '超过', row.reversed && '已撤销'),
];

/** For its own residents: no limit counts them. */
const institutionLine = (row: Collections['institutions'][number]): Line => [
  row.day,
  row.number,
  row.collectedBy,
  row.documentTail,
  '',
  '',
  row.institution,
  `住养 ${row.residents} 人`,
  '机构',
  `${row.vouchers} 张券`,
  '',
  row.operator,
  remarks(row.reversed && '已撤销'),
];
