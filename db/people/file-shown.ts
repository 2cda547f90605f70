// One household's file on the screen, masked; and what is shown whole for a reason that the log keeps.
import type { Context } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { CARE_LEVELS, type CareLevelCode } from '../domain/categories.ts';
import { readDisabilityCertificate } from '../domain/disability-certificate.ts';
import { isOpen } from '../domain/voucher-state.ts';
import { masked, maskedValue } from './file-masks.ts';
import { readFile, type FilePerson, type HouseholdFile } from './file.ts';
import { rowOf } from './households.ts';

const careNames: ReadonlyMap<string, string> = new Map(CARE_LEVELS.map(({ code, name }) => [code, name]));
const isCare = (code: string): code is CareLevelCode => careNames.has(code);

export const showFile = async (
  { tx, day }: Pick<Context, 'tx' | 'day'>,
  householdId: number,
): Promise<Output<'people.household'>> => {
  const file = await readFile({ tx, day }, householdId);
  const { household, categories } = file;
  return {
    ...rowOf(household, day, categories, new Set(file.relatives.length > 0 ? [householdId] : [])),
    // The door stays behind people.reveal.
    address: masked.address(household.address, `${household.street}${household.community}`),
    phone: masked.phone(household.phone),
    divisionCode: household.division_code,
    family: household.family,
    startDay: household.start_day,
    endDay: household.end_day,
    endReason: household.end_reason,
    graceToDay: household.grace_to_day,
    stopped: household.stopped !== '',
    institutionId: household.institution_id,
    institution: file.institution,
    mergedInto: file.mergedInto,
    open: file.mergedInto === null && household.erased_at === null && file.people.length > 0,
    people: file.people.map((person) => memberOf(person, file)),
    former: file.former.map((person) => memberOf(person, file)),
    covers: file.covers.map((cover) => ({
      id: cover.id,
      personId: cover.personId,
      name: masked.name(file.nameOf(cover.personId)),
      code: cover.category,
      category: categories.nameOf(cover.category),
      street: cover.street,
      community: cover.community,
      fromDay: cover.fromDay,
      toDay: cover.toDay,
      document: cover.document,
      reason: cover.reason,
      endReason: cover.endReason,
    })),
    history: file.events.map(({ changes, ...event }) => ({
      ...event,
      name: masked.name(file.nameOf(event.personId)),
      changes: changes.map(({ field, before, after }) => ({
        field,
        before: shownValue(file, field, before),
        after: shownValue(file, field, after),
      })),
    })),
    ...papersOf(file),
  };
};

const shownValue = ({ categories }: HouseholdFile, field: string, value: string): string =>
  field === 'category' ? categories.nameOf(value) : maskedValue(masked, field, value);

const memberOf = (person: FilePerson, file: HouseholdFile) => ({
  id: person.id,
  name: masked.name(person.name),
  relation: person.relation,
  isHead: person.is_head === 1,
  documentKind: person.document_kind,
  idMasked: masked.idNumber(person.id_number ?? '') || masked.documentNumber(person.document_number),
  documentChecked: person.document_checked_by !== null,
  sex: person.sex ?? '',
  birthYear: masked.birth(person.birth_day ?? ''),
  category: file.categoryNamesOf(person.id),
  care: careNames.get(person.care) ?? '',
  careCode: isCare(person.care) ? person.care : ('' as const),
  covered: file.isCovered(person.id),
  leftDay: person.left_day,
  leftWhy: person.left_why,
  nowIn: person.nowIn,
});

const papersOf = ({ vouchers, proxies, consents, checks, relatives }: HouseholdFile) => ({
  vouchers: vouchers.map(({ face_fen, balance_fen, valid_to, ...voucher }) => ({
    ...voucher,
    faceFen: face_fen,
    balanceFen: balance_fen,
    validTo: valid_to,
    open: isOpen(voucher.state),
  })),
  proxies: proxies.map((proxy) => ({
    id: proxy.id,
    name: masked.name(proxy.name),
    relation: proxy.relation,
    phone: masked.phone(proxy.phone),
    fromDay: proxy.from_day,
    toDay: proxy.to_day,
    endedDay: proxy.ended_day,
    document: proxy.document,
  })),
  consents: consents.map((consent) => ({
    id: consent.id,
    name: masked.name(consent.name),
    kind: consent.kind,
    way: consent.way,
    byGuardian: consent.guardian !== '',
    document: consent.document,
    day: consent.day,
    withdrawnDay: consent.withdrawn_day,
  })),
  checks: checks.map((check) => ({
    number: check.number,
    title: check.title,
    day: check.day,
    result: check.result,
    visitedDay: check.visited_day,
    visitors: check.visitors,
    outcome: check.outcome,
    reason: check.reason ?? '',
  })),
  relatives: relatives.map((relative) => ({ ...relative })),
});

export const reveal = async (
  context: Context,
  { householdId, reason }: ParsedInput<'people.reveal'>,
): Promise<Output<'people.reveal'>> => {
  const file = await readFile(context, householdId);
  context.note(`household:${householdId}`, { reason });
  return {
    address: file.household.address,
    phone: file.household.phone,
    people: [...file.people, ...file.former].map((person) => ({
      id: person.id,
      name: person.name,
      idNumber: person.id_number ?? '',
      documentNumber: person.document_number,
      birthDay: person.birth_day,
      disability: person.disability,
      disabilityWords: disabilityWords(person.disability),
      flags: person.flags,
      certificate: person.certificate,
      guardian: guardianOf(file, person.id),
    })),
    proxies: file.proxies.map(({ id, name, phone, document_number }) => ({
      id,
      name,
      phone,
      documentNumber: document_number,
    })),
  };
};

/** 肢体四级; empty for a number that says nothing. */
export const disabilityWords = (number: string): string => {
  const read = readDisabilityCertificate(number, number.slice(0, 18));
  return read.kind === 'ok' ? read.words : '';
};

const guardianOf = ({ consents }: HouseholdFile, personId: number): string => {
  const said = consents.find(
    ({ person_id, guardian, withdrawn_day }) =>
      person_id === personId && guardian !== '' && withdrawn_day === null,
  );
  return said ? `${said.guardian}（${said.guardian_relation}）` : '';
};
