// The list of donors as a sheet: the rows the screen shows, with what identifies a body and how to reach it.
import type { Context, Tx } from '../context.ts';
import type { RenderRequest, TableModel } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { DonorKind } from '../schema.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { listDonors } from './list.ts';

const kindWords: Readonly<Record<DonorKind, string>> = {
  person: '个人',
  company: '企业',
  organisation: '社会组织',
  school: '学校',
  anonymous: '匿名',
};
const columns: TableModel['columns'] = [
  { heading: '捐赠人', type: 'text', width: 3 },
  { heading: '类型', type: 'text' },
  { heading: '统一社会信用代码', type: 'text', width: 2 },
  { heading: '联系人', type: 'text' },
  { heading: '电话', type: 'text', width: 1.5 },
  { heading: '捐赠笔数', type: 'number' },
  { heading: '捐款(元)', type: 'fen', width: 1.5 },
  { heading: '物资折价(元)', type: 'fen', width: 1.5 },
  { heading: '未计价项数', type: 'number' },
  { heading: '首次捐赠', type: 'text', width: 1.3 },
  { heading: '最近捐赠', type: 'text', width: 1.3 },
];
const STEP = 500;

type Row = Awaited<ReturnType<typeof listDonors>>['rows'][number];

export const exportDonors = async (
  context: Context,
  { search, format }: ParsedInput<'donors.export'>,
): Promise<RenderRequest> => {
  const rows = await allDonors(context, search);
  context.note('donors', { exported: rows.length, format });
  const facts = await factsOf(context.tx);
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const model: TableModel = {
    kind: 'table',
    ...(await paperFrame(context)),
    title: '捐赠人名册',
    notes: ['作废和红冲的捐赠不计；匿名捐赠合为一行；未计价的物资不计金额。'],
    columns,
    rows: rows.map((row) => {
      const known = row.donorId === null ? undefined : facts.get(row.donorId);
      return [
        row.name,
        kindWords[row.kind],
        known?.credit_code ?? '',
        known?.contact ?? '',
        known?.phone ?? '',
        row.gifts,
        row.cashFen,
        row.goodsFen,
        row.unpricedLines,
        row.firstDay ?? '',
        row.lastDay ?? '',
      ];
    }),
    totals: [
      '合计',
      '',
      '',
      '',
      '',
      sum(({ gifts }) => gifts),
      sum(({ cashFen }) => cashFen),
      sum(({ goodsFen }) => goodsFen),
      sum(({ unpricedLines }) => unpricedLines),
      '',
      '',
    ],
  };
  return { model, format };
};

const allDonors = async (context: Context, search: string): Promise<readonly Row[]> => {
  const all: Row[] = [];
  for (;;) {
    const { rows, total } = await listDonors(context.tx, {
      search,
      kind: null,
      offset: all.length,
      limit: STEP,
    });
    all.push(...rows);
    await context.progress(all.length, total);
    if (rows.length < STEP) return all;
  }
};

const factsOf = async (tx: Tx) => {
  const rows = await tx
    .selectFrom('donor')
    .select(['id', 'credit_code', 'contact', 'phone'])
    .where('merged_into', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};
