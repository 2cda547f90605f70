// Name and paper of a proxy as typed, read in the one way for standing proxies and for those at the till; and whether it is a member
// of the household, who needs no proxy to collect what is the household's own.
import type { Context, Tx } from '../context.ts';
import type { RefusalCode } from '../contract/errors.ts';
import { readName, type NameRefusal } from '../domain/person-name.ts';
import {
  readProxyDocument,
  type ProxyDocument,
  type ProxyDocumentReading,
} from '../domain/proxy-document.ts';
import { Refusal } from '../failures.ts';

type Paper = Extract<ProxyDocumentReading, { kind: 'ok' }>;

interface Typed {
  readonly name: string;
  readonly document: ProxyDocument;
  readonly number: string;
}

/** Refusals: those of names and papers, every wrong field at once; `proxy-is-member`. */
export const readProxyFacts = async (
  { tx, day }: Pick<Context, 'tx' | 'day'>,
  householdId: number,
  typed: Typed,
  { tailAllowed }: { readonly tailAllowed: boolean },
): Promise<{ readonly name: string; readonly paper: Paper }> => {
  const named = readName(typed.name, { roster: false });
  const name = named.kind === 'ok' ? named.name : '';
  const paper = readProxyDocument(typed.document, typed.number, name, { today: day, tailAllowed });
  const reasons = [
    ...(named.kind === 'ok' ? [] : [{ code: nameRefusal(named.code), field: 'name' }]),
    ...(paper.kind === 'ok' ? [] : [{ code: paper.code as RefusalCode, field: 'number' }]),
  ];
  const [first] = reasons;
  if (named.kind !== 'ok' || paper.kind !== 'ok')
    throw new Refusal(first?.code ?? 'input-invalid', undefined, reasons);
  if (await isMember(tx, householdId, name, paper))
    throw new Refusal('proxy-is-member', undefined, [{ code: 'proxy-is-member', field: 'number' }]);
  return { name, paper };
};

/** The name of whoever collects for an institution. */
export const readCollector = (typed: string): string => {
  const read = readName(typed, { roster: false });
  if (read.kind === 'ok') return read.name;
  const code = nameRefusal(read.code);
  throw new Refusal(code, undefined, [{ code, field: 'collectedBy' }]);
};

const nameRefusal = (code: NameRefusal): RefusalCode =>
  code === 'name-unknown-character' ? 'name-ill-formed' : code;

/** By the whole number; by name and last four where no more was shown. */
const isMember = async (tx: Tx, householdId: number, name: string, paper: Paper): Promise<boolean> => {
  const members = await tx
    .selectFrom('person')
    .select(['name', 'id_number', 'document_key'])
    .where('household_id', '=', householdId)
    .where('left_day', 'is', null)
    .execute();
  return members.some((member) =>
    paper.whole
      ? paper.number === member.id_number || paper.key === member.document_key
      : member.name === name && (member.id_number ?? '').endsWith(paper.number),
  );
};
