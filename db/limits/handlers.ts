// Limits: their rules, what is left to a household, who was allowed more. What a basket may take is asked by the counter itself.
import type { Handlers } from '../context.ts';
import { left, overrides } from './look.ts';
import { endRule, listRules, makeRule } from './rules.ts';

export const limitHandlers: Handlers<'limits'> = {
  'limits.list': listRules,
  'limits.make': makeRule,
  'limits.end': endRule,
  'limits.left': left,
  'limits.overrides': overrides,
};
