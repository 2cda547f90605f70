// The whole file of one household on paper (一户一档): masked, or whole for a reason. Every print has a number of its own, which stands on
// each page and in the log.
import type { Context } from '../context.ts';
import type { HouseholdFileModel, RenderRequest } from '../contract/documents.ts';
import { eligibilityOn } from '../domain/eligibility.ts';
import { exportNumber } from '../privacy/export-number.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { masked, maskedValue, whole, type FileMasks } from './file-masks.ts';
import { readFile, type FilePerson, type HouseholdFile } from './file.ts';
import { disabilityWords } from './file-shown.ts';
import { changeField, changeValue, eventWords } from './file-words.ts';

/** `reason` null: masked. Refusals: `not-found`, `glyph-missing`. */
export const printFile = async (
  context: Context,
  householdId: number,
  reason: string | null,
): Promise<RenderRequest> => {
  const file = await readFile(context, householdId);
  const masks = reason === null ? masked : whole;
  const runningNo = await exportNumber(context, 'household-file');
  context.note(`household:${householdId}`, { print: runningNo, full: reason !== null, reason: reason ?? '' });
  return {
    format: 'pdf',
    model: {
      kind: 'household-file',
      ...(await paperFrame(context)),
      mark: { runningNo },
      masked: reason === null,
      ...factsOf(file, masks, context.day),
      members: [...file.people, ...file.former].map((person) => memberOf(person, file, masks)),
      ...listsOf(file, masks),
      history: historyOf(file, masks),
      asOf: context.now,
      reprint: 0,
    },
  };
};

const orNull = (text: string): string | null => (text === '' ? null : text);

const factsOf = ({ household, ...file }: HouseholdFile, masks: FileMasks, day: string) => ({
  number: household.number,
  state: eligibilityOn(
    { startDay: household.start_day, endDay: household.end_day, graceToDay: household.grace_to_day },
    day,
  ),
  stopped: household.stopped !== '',
  category: file.categories.nameOf(household.category),
  from: household.start_day,
  endsOn: household.end_day,
  graceTo: household.grace_to_day,
  nextReviewOn: household.next_review_day,
  headName: masks.name(household.head_name),
  address: masks.address(household.address, `${household.street}${household.community}`),
  area: [household.street, household.community].filter((part) => part !== ''),
  divisionCode: orNull(household.division_code),
  phones: [masks.phone(household.phone)].filter((phone) => phone !== ''),
  people: household.family,
  covered: household.members,
  staffRelatives: file.relatives.map((relative) => ({ ...relative })),
});

const memberOf = (
  person: FilePerson,
  file: HouseholdFile,
  masks: FileMasks,
): HouseholdFileModel['members'][number] => ({
  name: masks.name(person.name),
  relation: person.relation,
  sex: person.sex,
  birth: orNull(masks.birth(person.birth_day ?? '')),
  documentKind: person.document_kind,
  documentNo: orNull(
    person.id_number === null
      ? masks.documentNumber(person.document_number)
      : masks.idNumber(person.id_number),
  ),
  covered: file.isCovered(person.id),
  care: careOf(file, person.id),
  ability:
    person.care === 'independent' || person.care === 'half-dependent' || person.care === 'dependent'
      ? person.care
      : null,
  disability: disabilityOf(person.disability, masks),
  flags: [masks.sensitive(person.flags)].filter((flags) => flags !== ''),
  leftOn: person.left_day,
  leftWhy: person.left_why === '' ? null : person.left_why,
});

const disabilityOf = (number: string, masks: FileMasks) => {
  const shown = masks.sensitive(number);
  return shown === '' ? null : { number: shown, words: shown === number ? disabilityWords(number) : '' };
};

/** 供养方式 follows from the category under which somebody is destitute. */
const careOf = ({ covers }: HouseholdFile, personId: number): 'institution' | 'dispersed' | null => {
  const destitute = covers.findLast(
    (cover) => cover.personId === personId && cover.category.startsWith('destitute-'),
  );
  if (!destitute) return null;
  return destitute.category === 'destitute-institution' ? 'institution' : 'dispersed';
};

const listsOf = (file: HouseholdFile, masks: FileMasks) => ({
  covers: file.covers.map((cover) => ({
    person: masks.name(file.nameOf(cover.personId)),
    category: file.categories.nameOf(cover.category),
    from: cover.fromDay,
    endsOn: cover.toDay,
    certificateNo: orNull(masks.documentNumber(certificateOf(file, cover.personId))),
    approval: orNull(cover.document),
    reason: orNull(cover.reason),
    endReason: orNull(cover.endReason),
  })),
  proxies: file.proxies.map((proxy) => ({
    name: masks.name(proxy.name),
    documentKind: proxy.document_kind,
    documentNo: orNull(masks.documentNumber(proxy.document_number)),
    phone: orNull(masks.phone(proxy.phone)),
    relation: proxy.relation,
    from: proxy.from_day,
    to: proxy.to_day,
    ground: orNull(proxy.document),
    endedOn: proxy.ended_day,
  })),
  consents: file.consents.map((consent) => ({
    on: consent.day,
    what: consent.kind,
    person: masks.name(consent.name),
    guardian:
      consent.guardian === ''
        ? null
        : { name: masks.name(consent.guardian), relation: consent.guardian_relation },
    way: consent.way,
    ground: orNull(consent.document),
    withdrawnOn: consent.withdrawn_day,
  })),
  checks: file.checks.map((check) => ({
    check: `${check.number} ${check.title}`,
    visitedOn: check.visited_day,
    visitedBy: orNull(check.visitors),
    result: check.result,
    note: orNull(check.note),
    decision: check.outcome === null ? null : { outcome: check.outcome, reason: check.reason ?? '' },
  })),
  vouchers: file.vouchers.map((voucher) => ({
    serial: voucher.serial,
    batch: voucher.batch,
    faceFen: voucher.face_fen,
    validTo: voucher.valid_to,
    state: voucher.state,
  })),
});

const certificateOf = ({ people, former }: HouseholdFile, personId: number): string =>
  [...people, ...former].find(({ id }) => id === personId)?.certificate ?? '';

/** In the order in which it happened. */
const historyOf = (file: HouseholdFile, masks: FileMasks): HouseholdFileModel['history'] =>
  [...file.events].reverse().map((event) => ({
    on: event.day,
    what: eventWords[event.kind],
    person: orNull(masks.name(file.nameOf(event.personId))),
    changes: event.changes.map(({ field, before, after }) => ({
      field: changeField(field),
      before: orNull(valueOf(file, masks, field, before)),
      after: orNull(valueOf(file, masks, field, after)),
    })),
    reason: orNull(event.reason),
    document: orNull(event.document),
    by: event.by,
  }));

const valueOf = (file: HouseholdFile, masks: FileMasks, field: string, value: string): string =>
  field === 'category' ? file.categories.nameOf(value) : changeValue(field, maskedValue(masks, field, value));
