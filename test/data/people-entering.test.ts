// Somebody typed at a form while an import that holds their number is entering: refused in words, and nothing of the import is told.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { columnNames, rowOf } from '../bench/people-import-sheet.ts';
import { enter, family, newcomer } from '../helpers/households.ts';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { refusalOf } from '../helpers/refusal.ts';
import { csvSheet, rowsOf } from '../helpers/sheet.ts';

let shop: OpenShop;
beforeEach(async () => void (shop = await openShop()));
afterEach(() => shop.close());
const as = { as: 'manager' } as const;

it('is refused at every form, without the household of the import; afterwards it is named', async () => {
  const { householdId, members } = await family(shop, 1);
  const sheet = csvSheet([columnNames, ...Array.from({ length: 3_000 }, (_, at) => rowOf(at).map(String))]);
  const { previewId } = await shop.call('people.previewImport', { sheet }, as);
  const entering = () => {
    const [row] = rowsOf(
      shop,
      `SELECT id_number, number FROM person JOIN household ON household.id = household_id WHERE run_id IS NOT NULL
        AND id_number IS NOT NULL ORDER BY person.id DESC`,
    );
    return { documentNumber: String(row?.['id_number']), household: String(row?.['number']) };
  };
  const told = async (documentNumber: string) => {
    const typed = newcomer({ documentNumber });
    const join = { householdId, day: '2026-05-04', how: 'moved-in', reason: '迁入', person: typed } as const;
    const [correct = 0] = members;
    const facts = { personId: correct, name: typed.name, documentNumber, relation: '户主', reason: '补录' };
    const refusals = await Promise.all([
      refusalOf(enter(shop, { people: [{ ...typed, relation: '户主' }] })),
      refusalOf(shop.call('people.join', join, as)),
      refusalOf(shop.call('people.correctPerson', facts, as)),
    ]);
    const seen = await shop.call('people.checkIdentity', { documentNumber }, as);
    return { refusals, seen };
  };
  const during: Promise<void>[] = [];
  const whileEntering = async (): Promise<void> => {
    const { documentNumber, household } = entering();
    const { refusals, seen } = await told(documentNumber);
    expect(refusals.map(({ code }) => code)).toEqual(Array(3).fill('person-entering'));
    expect(seen.here).toBeNull();
    expect(seen.refused.map(({ code }) => code)).toContain('person-entering');
    expect(JSON.stringify([refusals, seen])).not.toContain(household);
  };
  await shop.call(
    'people.confirmImport',
    { previewId },
    { ...as, onProgress: () => during.length === 0 && during.push(whileEntering()) },
  );
  expect(during).toHaveLength(1);
  await Promise.all(during);
  const { documentNumber, household } = entering();
  const { refusals, seen } = await told(documentNumber);
  expect(refusals.map(({ code }) => code)).toEqual(Array(3).fill('id-already-here'));
  expect(seen.here).toMatchObject({ household, state: 'member' });
});
