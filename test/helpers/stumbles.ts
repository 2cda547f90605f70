// What someone with a screen reader would stumble over, in words; empty is good. Contrast needs a layout, which jsdom has none of.
import axe from 'axe-core';

export const stumbles = async (): Promise<readonly string[]> => {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
};
