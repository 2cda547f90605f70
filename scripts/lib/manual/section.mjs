// Goes to a section of the place of vouchers by its keys.
import { place } from '../../../test/helpers/main-job.ts';

/** @typedef {import('../../../test/helpers/drive.ts').Drive} Drive */

/** A section of the place of vouchers. @param {Drive} drive @param {number} at @param {string} shows */
export async function section(drive, at, shows) {
  await drive.go(place.home);
  await drive.page.getByText('需要处理').waitFor();
  await drive.go(place.vouchers);
  // The keys of the sections are there with their names.
  await drive.page.getByText('Ctrl+7').first().waitFor();
  await drive.page.keyboard.press(`Control+${String(at)}`);
  await drive.byId(shows).first().waitFor();
}
