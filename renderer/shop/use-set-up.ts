// The steps of the first run behind the forms: books → shop → sign-in → sample data (practice) or recovery sheet (real). Each step
// is remembered, so that trying again after a failure goes on where it stopped and makes nothing twice.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ActError } from '../../db/contract/act.ts';
import type { Input } from '../../db/contract/index.ts';
import type { BooksKind } from '../../main/desktop/contract.ts';
import { command, desktop, newCommandId } from '../api/call.ts';
import { actErrorOf } from '../api/failure.ts';
import type { Steps } from '../api/use-command.ts';

export type SetUpInput = Input<'shop.setUp'>;
type Stage = 'form' | 'creating' | 'filling' | 'recovery';
type Step = 'books' | 'shop' | 'sign-in' | 'fill' | 'code';

export const useSetUp = (kind: BooksKind, createsBooks: boolean, onDone: () => void) => {
  const client = useQueryClient();
  const [stage, setStage] = useState<Stage>('form');
  const [failure, setFailure] = useState<ActError | null>(null);
  const [progress, setProgress] = useState<Steps | null>(null);
  const [recoveryCode, setRecoveryCode] = useState('');
  const finished = useRef(new Set<Step>(createsBooks ? [] : ['books']));
  const code = useRef('');
  const commandId = useRef({ shop: newCommandId(), signIn: newCommandId() });
  const facts = useRef<SetUpInput | null>(null);

  const once = async (step: Step, work: () => Promise<unknown>): Promise<void> => {
    if (finished.current.has(step)) return;
    await work();
    finished.current.add(step);
  };

  const goOn = async (): Promise<void> => {
    const shop = facts.current;
    if (!shop) return;
    setFailure(null);
    setStage('creating');
    try {
      await once(
        'books',
        async () => void (code.current = (await desktop('desktop.createBooks', { kind })).recoveryCode),
      );
      await once('shop', () => command('shop.setUp', shop, { commandId: commandId.current.shop }));
      const { login, password } = shop.manager;
      await once('sign-in', () =>
        command('staff.signIn', { login, password }, { commandId: commandId.current.signIn }),
      );
      if (kind === 'practice') {
        setStage('filling');
        await once('fill', () =>
          desktop('desktop.fillPractice', {}, { onProgress: (done, total) => setProgress({ done, total }) }),
        );
        await client.invalidateQueries();
        onDone();
        return;
      }
      // The first run was cut off between the books and the sheet: that code is lost, a new one takes its place.
      await once('code', async () => {
        if (code.current === '') code.current = (await desktop('desktop.renewRecovery', {})).recoveryCode;
      });
      await client.invalidateQueries({ queryKey: ['staff'] });
      setRecoveryCode(code.current);
      setStage('recovery');
    } catch (thrown) {
      const error = actErrorOf(thrown);
      setFailure(error);
      // What was typed can be mended while the shop does not exist yet.
      if (error.kind === 'refusal' && !finished.current.has('shop')) {
        commandId.current = { ...commandId.current, shop: newCommandId() };
        setStage('form');
      }
    }
  };
  return {
    stage,
    failure,
    progress,
    recoveryCode,
    start: (input: SetUpInput) => {
      facts.current = input;
      void goOn();
    },
    goOn: () => void goOn(),
  };
};
