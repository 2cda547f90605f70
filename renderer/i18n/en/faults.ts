// Words for what the world does to us (disk, printer, files), English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { faults as source } from '../zh-CN/faults.ts';

export const faults = {
  'disk-full': {
    title: 'The disk is full',
    detail: 'This act did not take effect; everything before it is kept.',
    next: 'Free some space and try again.',
  },
  'disk-read-only': {
    title: 'The disk with the books can only be read',
    detail: 'This act did not take effect; everything before it is kept.',
    next: 'Check the write protection of the disk or folder.',
  },
  'disk-error': {
    title: 'The disk failed; entering has stopped',
    detail: 'Everything confirmed before is kept.',
    next: 'Back up at once, change the disk and call whoever maintains this PC.',
  },
  'books-damaged': {
    title: 'The books are damaged; entering has stopped',
    detail: 'The file was not changed.',
    next: 'Do not delete it. Restore the latest backup and call whoever maintains this PC.',
  },
  'books-from-newer-program': {
    title: 'A newer program wrote these books',
    detail: 'The books are version {{found}}, this program knows up to {{known}}; the file was not changed.',
    next: 'Install the newer program and open them again.',
  },
  'books-key-missing': {
    title: 'This PC has no key to these books',
    detail: 'The file was not changed.',
    next: 'Enter the recovery code from the recovery sheet.',
  },
  'key-store-refused': {
    title: 'The system does not keep the key of the books',
    detail: 'No books were made and no file was left.',
    next: 'Sign in to the PC with its usual account and try again; if it still fails, have the credential protection of the system checked.',
  },
  'books-in-use': {
    title: 'Another program is using the books',
    detail: 'This act did not take effect.',
    next: 'Close the other window and try again.',
  },
  'books-stopped': {
    title: 'The books have stopped',
    detail: 'Everything confirmed before is kept.',
    next: 'Close the program and open it again.',
  },
  'printer-none': {
    title: 'No printer was found',
    detail: 'The paper is made; the books are not affected.',
    next: 'Connect a printer, or save it as PDF for now.',
  },
  'printer-failed': {
    title: 'The printer did not print',
    detail: 'The paper is made; the books are not affected.',
    next: 'Check paper and cable, or save it as PDF for now.',
  },
  'documents-stopped': {
    title: 'The paper could not be made',
    detail: 'The books are already written and not affected.',
    next: 'Try again; nothing is booked twice.',
  },
  'save-failed': {
    title: 'The file could not be saved',
    detail: 'The books are not affected.',
    next: 'Choose another folder, or check that the USB stick is in and not full.',
  },
  'backup-failed': {
    title: 'The backup failed',
    detail: 'The books are not affected; earlier backups are kept.',
    next: 'Check the disk space and back up again.',
  },
  'file-unreadable': {
    title: 'The file cannot be read',
    detail: 'The file was not changed.',
    next: 'Check that it is still there and not open in another program.',
  },
} satisfies SameKeys<typeof source>;
