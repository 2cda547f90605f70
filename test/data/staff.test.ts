// Sign-in, lock, accounts: the success and each refusal.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ActFailed, openShop, password, type OpenShop } from '../helpers/open-shop.ts';

let shop: OpenShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof ActFailed && error.error.kind === 'refusal') return error.error.code;
    throw error;
  }
  return 'none';
};
const signIn = async (login: string, tried: string): Promise<string> => {
  const reply = await shop.send(
    { act: 'staff.signIn', input: { login, password: tried }, commandId: randomUUID() },
    null,
  );
  return reply.ok ? 'ok' : reply.error.kind === 'bug' ? 'bug' : reply.error.code;
};

describe('sign-in', () => {
  it('takes the right password, in any form of the same characters', async () => {
    expect(await signIn('wangfang', password)).toBe('ok');
    expect(await signIn('wangfang', password.replace('2026', '２０２６'))).toBe('ok');
  });

  it('answers a wrong password and an unknown name alike', async () => {
    expect(await signIn('wangfang', 'falsch-2026')).toBe('sign-in-wrong');
    expect(await signIn('niemand', password)).toBe('sign-in-wrong');
  });

  it('blocks after five wrong tries, even for the right password, and opens again after five minutes', async () => {
    for (let at = 0; at < 4; at += 1) expect(await signIn('wangfang', 'falsch-2026')).toBe('sign-in-wrong');
    expect(await signIn('wangfang', 'falsch-2026')).toBe('sign-in-blocked');
    expect(await signIn('wangfang', password)).toBe('sign-in-blocked');
    shop.setNow('2026-05-04T02:17:01.000Z');
    expect(await signIn('wangfang', password)).toBe('ok');
  });

  it('sent again under its id is checked again, and a password changed meanwhile is refused in words', async () => {
    const message = { act: 'staff.signIn', input: { login: 'wangfang', password }, commandId: 'sign-in-1' };
    expect((await shop.send(message, null)).ok).toBe(true);
    expect((await shop.send(message, null)).ok).toBe(true);
    const change = { oldPassword: password, newPassword: 'xingqi-5' };
    await shop.call('staff.changePassword', change, { as: 'volunteer' });
    const reply = await shop.send(message, null);
    expect(reply.ok ? '' : reply.error).toMatchObject({ kind: 'refusal', code: 'sign-in-wrong' });
  });

  it('writes refused tries to the audit log, without the password', async () => {
    await signIn('wangfang', 'falsch-2026');
    const { rows } = await shop.call('audit.list', {}, { as: 'manager' });
    expect(rows.some(({ act, result }) => act === 'staff.signIn' && result === 'refused:sign-in-wrong')).toBe(
      true,
    );
    expect(JSON.stringify(rows)).not.toContain('falsch-2026');
  });
});

describe('the idle lock', () => {
  const list = (as: 'volunteer') => shop.send({ act: 'goods.list', input: {} }, as);

  it('falls after the minutes set and only the password opens it', async () => {
    // One window that stays: send() signs in anew after every setNow, so the jump is made by the clock of one connection.
    await list('volunteer');
    await shop.send({ act: 'staff.lock', input: {}, commandId: randomUUID() }, 'volunteer');
    const locked = await list('volunteer');
    expect(locked.ok ? '' : locked.error).toMatchObject({ kind: 'refusal', code: 'session-locked' });
    const wrong = await shop.send(
      { act: 'staff.unlock', input: { password: 'falsch-2026' }, commandId: randomUUID() },
      'volunteer',
    );
    expect(wrong.ok).toBe(false);
    const right = await shop.send(
      { act: 'staff.unlock', input: { password }, commandId: randomUUID() },
      'volunteer',
    );
    expect(right.ok).toBe(true);
    expect((await list('volunteer')).ok).toBe(true);
  });
});

describe('accounts', () => {
  const account = { login: 'liqiang', name: '李强', role: 'volunteer' as const };

  it('refuse weak passwords and a name that is taken', async () => {
    const add = (tried: string) =>
      refusalOf(shop.call('staff.add', { ...account, password: tried }, { as: 'manager' }));
    expect(await add('ab12')).toBe('password-too-short');
    expect(await add('12345678')).toBe('password-needs-letter-and-digit');
    expect(await add('abcdefgh')).toBe('password-needs-letter-and-digit');
    expect(await add('Abc12345')).toBe('password-too-common');
    expect(await add('xingqi-5')).toBe('none');
    expect(await add('xingqi-5')).toBe('login-taken');
  });

  it('never lose the last manager', async () => {
    const managers = (await shop.call('staff.list', {}, { as: 'manager' })).filter(
      ({ role }) => role === 'manager',
    );
    const [last] = managers;
    expect(managers).toHaveLength(1);
    expect(
      await refusalOf(
        shop.call('staff.setActive', { staffId: last?.staffId ?? 0, active: false }, { as: 'manager' }),
      ),
    ).toBe('last-manager');
    await shop.call('staff.add', { ...account, role: 'manager', password: 'xingqi-5' }, { as: 'manager' });
    expect(
      await refusalOf(
        shop.call('staff.setActive', { staffId: last?.staffId ?? 0, active: false }, { as: 'bureau' }),
      ),
    ).toBe('none');
  });

  it('change their password only with the old one', async () => {
    const change = (oldPassword: string) =>
      refusalOf(
        shop.call('staff.changePassword', { oldPassword, newPassword: 'xingqi-5' }, { as: 'volunteer' }),
      );
    expect(await change('falsch-2026')).toBe('sign-in-wrong');
    expect(await change(password)).toBe('none');
    expect(await signIn('wangfang', password)).toBe('sign-in-wrong');
    expect(await signIn('wangfang', 'xingqi-5')).toBe('ok');
  });

  it('that are closed cannot sign in', async () => {
    const { staffId } = await shop.call('staff.add', { ...account, password: 'xingqi-5' }, { as: 'manager' });
    expect(await signIn('liqiang', 'xingqi-5')).toBe('ok');
    await shop.call('staff.setActive', { staffId, active: false }, { as: 'manager' });
    expect(await signIn('liqiang', 'xingqi-5')).toBe('sign-in-wrong');
  });

  it('that are closed lose their open session at the next act', async () => {
    await shop.call('goods.list', {}, { as: 'volunteer' });
    const { staffId } = (await shop.call('staff.list', {}, { as: 'manager' })).find(
      ({ role }) => role === 'volunteer',
    ) ?? { staffId: 0 };
    await shop.call('staff.setActive', { staffId, active: false }, { as: 'manager' });
    const reply = await shop.send({ act: 'goods.list', input: {} }, 'volunteer');
    expect(reply.ok ? '' : reply.error).toMatchObject({ kind: 'refusal', code: 'not-signed-in' });
  });
});
