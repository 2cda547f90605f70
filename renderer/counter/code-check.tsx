// What a typed short code lacks, while it is typed: the two check characters find any one wrong character and any swap.
import { useTranslation } from 'react-i18next';
import { symbolValue } from '../../db/domain/base32.ts';
import { foldTyped, formatTyped, readTypedCode, TYPED_CODE_LENGTH } from '../../db/domain/typed-code.ts';

export type CodeState = 'empty' | 'characters' | 'short' | 'long' | 'wrong' | 'ok';

export const codeState = (typed: string): CodeState => {
  const code = foldTyped(typed);
  if (code === '') return 'empty';
  if (Array.from(code).some((symbol) => symbolValue(symbol) < 0)) return 'characters';
  if (code.length < TYPED_CODE_LENGTH) return 'short';
  if (code.length > TYPED_CODE_LENGTH) return 'long';
  return readTypedCode(typed).kind === 'ok' ? 'ok' : 'wrong';
};

export const CodeCheck = ({ typed }: { readonly typed: string }) => {
  const { t } = useTranslation('counter');
  const state = codeState(typed);
  if (state === 'empty') return null;
  const code = foldTyped(typed);
  const foreign = Array.from(code).find((symbol) => symbolValue(symbol) < 0) ?? '';
  const words = {
    characters: t('code.characters', { character: foreign }),
    short: t('code.left', { n: TYPED_CODE_LENGTH - code.length }),
    long: t('code.more', { n: code.length - TYPED_CODE_LENGTH }),
    wrong: t('code.wrong'),
    ok: t('code.ok'),
  };
  const sign = state === 'ok' ? '✔' : state === 'short' ? '…' : '✖';
  return (
    <div className={`code-check ${state}`} role="status" data-testid="code-check" data-state={state}>
      <span className="code-groups">{formatTyped(code)}</span>
      <span>
        <span aria-hidden="true">{sign}</span> {words[state]}
      </span>
    </div>
  );
};
