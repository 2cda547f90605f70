// Standing proxies as the office looks through them: of one household or over all. Everything personal is masked.
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { maskName, maskPhoneInside } from '../domain/mask.ts';
import { nameMatch, searchWord } from '../domain/name-words.ts';
import { proxyTail, type ProxyDocument } from '../domain/proxy-document.ts';
import { validOn } from './standing.ts';

type Listed = Output<'proxies.list'>['rows'][number];

interface Row {
  readonly id: number;
  readonly household_id: number;
  readonly number: string;
  readonly head_name: string;
  readonly name: string;
  readonly document_kind: ProxyDocument;
  readonly document_key: string;
  readonly phone: string;
  readonly relation: string;
  readonly related: number;
  readonly document: string;
  readonly from_day: string;
  readonly to_day: string;
  readonly ended_day: string | null;
  readonly end_reason: string;
  readonly others: number;
}

/** There are a few thousand at most: the words are looked for here, by the same rules as people are found by. */
export const listProxies = async (
  { tx, day }: Context,
  { householdId, search, valid, offset, limit }: ParsedInput<'proxies.list'>,
): Promise<Output<'proxies.list'>> => {
  const here = householdId === null ? sql`` : sql` AND household_id = ${householdId}`;
  const now = valid ? sql` AND ${validOn(day)}` : sql``;
  const { rows } = await sql<Row>`
    SELECT proxy.id, proxy.household_id, household.number, household.head_name, proxy.name, document_kind, document_key, proxy.phone,
      relation, related, document, from_day, to_day, ended_day, proxy.end_reason,
      (SELECT count(DISTINCT household_id) FROM proxy AS other WHERE other.document_key = proxy.document_key
        AND other.household_id <> proxy.household_id AND ${validOn(day)}) AS others
    FROM proxy JOIN household ON household.id = proxy.household_id
    WHERE proxy.name <> ''${here}${now} ORDER BY proxy.id DESC`.execute(tx);
  const found = rows.filter(meets(search));
  return { total: found.length, rows: found.slice(offset, offset + limit).map((row) => listed(row, day)) };
};

const meets = (search: string) => {
  const [text, word] = [search.trim().toLowerCase(), searchWord(search)];
  return ({ number, name, head_name }: Row): boolean =>
    text === '' ||
    number.toLowerCase().includes(text) ||
    nameMatch(name, word) !== null ||
    nameMatch(head_name, word) !== null;
};

const listed = (row: Row, day: string): Listed => ({
  id: row.id,
  householdId: row.household_id,
  householdNumber: row.number,
  headName: maskName(row.head_name),
  name: maskName(row.name),
  document: row.document_kind,
  documentTail: proxyTail(row.document_key),
  phone: maskPhoneInside(row.phone),
  relation: row.relation,
  related: row.related === 1,
  ground: row.document,
  fromDay: row.from_day,
  toDay: row.to_day,
  endedDay: row.ended_day,
  endReason: row.end_reason,
  state: stateOf(row, day),
  otherHouseholds: row.others,
});

const stateOf = ({ from_day, to_day, ended_day }: Row, day: string): Listed['state'] => {
  if (ended_day !== null && ended_day <= day) return 'ended';
  if (to_day < day) return 'expired';
  return from_day > day ? 'not-yet' : 'valid';
};
