// First run, settings, home screen.
import type { Handlers } from '../context.ts';
import { Refusal } from '../failures.ts';
import { addStaff } from '../staff/accounts.ts';
import { paperFrame } from './paper-frame.ts';
import { createShop, findShop, readShop } from './shop.ts';
import { today } from './today.ts';

export const shopHandlers: Handlers<'shop'> = {
  'shop.status': async ({ tx, now, day }) => {
    const shop = await findShop(tx);
    const staff = await tx
      .selectFrom('staff')
      .select(['login', 'name', 'role'])
      .where('active', '=', 1)
      .orderBy('id')
      .execute();
    return {
      setUp: shop !== null,
      name: shop?.name ?? '',
      districtName: shop?.districtName ?? '',
      practice: shop?.practice ?? false,
      businessDay: day,
      now,
      idleLockMinutes: shop?.settings.idleLockMinutes ?? 5,
      staff,
    };
  },
  'shop.setUp': async ({ tx, now, day, note }, { manager, ...facts }) => {
    if (!/^\d{6}(\d{6})?$/.test(facts.districtCode))
      throw new Refusal('district-code-bad', undefined, [
        { code: 'district-code-bad', field: 'districtCode' },
      ]);
    await createShop(tx, now, day, facts);
    const staffId = await addStaff(tx, now, { ...manager, role: 'manager' });
    note('shop', { manager: staffId, practice: facts.practice });
    return {};
  },
  'shop.read': async ({ tx }) => {
    const { shopNumber: _, ...shop } = await readShop(tx);
    return shop;
  },
  'shop.change': async ({ tx, note }, { settings, name, districtName, reportPhone }) => {
    await tx
      .updateTable('shop')
      .set({
        name,
        district_name: districtName,
        report_phone: reportPhone,
        settings: JSON.stringify(settings),
      })
      .execute();
    note('shop', settings);
    return {};
  },
  'shop.today': (context) => today(context),
  'shop.recoverySheet': async (context, { recoveryCode }) => {
    context.note('shop');
    return {
      format: 'pdf',
      model: {
        kind: 'recovery-sheet',
        ...(await paperFrame(context)),
        recoveryCode,
        createdAt: context.now,
      },
    };
  },
  'shop.heartbeat': async ({ tx, now }) => {
    await tx
      .updateTable('shop')
      .set((eb) => ({ clock_high_at: eb.fn<string>('max', ['clock_high_at', eb.val(now)]) }))
      .execute();
    return {};
  },
};
