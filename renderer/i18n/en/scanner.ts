// Words of the scanner's check page, English.
import type { SameKeys } from '../same-keys.ts';
import type { scanner as source } from '../zh-CN/scanner.ts';

export const scanner = {
  title: 'Check the scanner',
  sign: 'Scan the code below',
  code: 'Test code (QR)',
  hint: 'Hold it 10 to 20 cm from the screen, aim and pull the trigger once. Any other code shows what arrived, too; nothing scanned here touches the books.',
  back: 'Esc goes back to where you were; Alt+8 leads here from every page.',
  remembered: 'Last good check: {{day}}, ends with {{suffix}}',
  neverChecked: 'The scanner of this PC has not been checked yet.',
  result: 'Result',
  waiting: 'Nothing has arrived yet',
  silent:
    'If nothing happens: look whether its light is on and its cable or receiver is plugged in; turn the screen brighter. If it still does nothing, the scanner may be set to “serial port”: scan the setting “USB keyboard” in its leaflet. A scanner for barcodes only cannot read the QR code of a voucher; until there is another one, type the short code at the counter with F10.',
  before: 'Arrived before',
  good: {
    title: 'The scanner is in order and fit for the counter',
    detail: 'Every character of the code arrived.',
  },
  stops: {
    'other-code': {
      title: 'Something arrived, but not the test code',
      todo: 'If you scanned another code, what arrived stands below. To check the scanner, scan the test code at the left.',
    },
    lost: {
      title: 'Characters were lost',
      todo: '{{lost}} characters are missing. Plug it straight into the PC, without a hub; bring a wireless scanner nearer and charge it; then set its “inter-character delay” to 5 to 10 ms as its leaflet says. Until then vouchers are not read; none is taken for another.',
    },
    doubled: {
      title: 'Characters too many',
      todo: '{{extra}} characters too many. Set the scanner back to its factory settings as its leaflet says, without a prefix or suffix of its own, and scan again.',
    },
    'other-keyboard': {
      title: 'The scanner is set to the keyboard of another country',
      todo: 'It sends as on a {{keyboard}} keyboard, so digits and letters change. Scan the setting “keyboard: US” in its leaflet, then scan again.',
    },
    'num-lock': {
      title: 'Num Lock is off',
      todo: 'The scanner sends digits by the number pad, and Num Lock is off. Press Num Lock at the top right of the keyboard, then scan again.',
    },
    'nothing-read': {
      title: 'Keys arrived, but no code',
      todo: 'Scan again. If it stays so, set the scanner back to its factory settings, to “USB keyboard”, with Enter at the end.',
    },
  },
  notes: {
    'input-method': {
      title: 'A Chinese input method is on',
      todo: 'It does no harm: the program reads the keys themselves; no need to switch it for scanning.',
    },
    'caps-lock': {
      title: 'Caps Lock is on',
      todo: 'It does no harm to scans; mind it when typing a password.',
    },
    'shift-lost': {
      title: 'The scanner sends no Shift',
      todo: 'It does no harm: our codes know no small letters.',
    },
    'alt-mode': {
      title: 'The scanner sends in ALT mode',
      todo: 'It is read, but slowly. Turn off “ALT mode / universal keyboard” as its leaflet says and choose “keyboard: US”.',
    },
    prefix: {
      title: 'The scanner puts characters before the code',
      todo: 'They are taken off. Better turn its prefix (AIM ID) off as its leaflet says.',
    },
    slow: {
      title: 'The scanner sends slowly',
      todo: 'It is read. To be faster, make its “inter-character delay” smaller.',
    },
    'no-code': {
      title: 'Another program presses the keys',
      todo: 'It is read. Perhaps it comes through a remote desktop or a scanner program; plugged straight into this PC is safest.',
    },
  },
  keyboards: { french: 'French', german: 'German' },
  suffix: { enter: 'Enter', 'enter-twice': 'Enter and line feed', tab: 'Tab', none: 'nothing' },
  suffixTodo: {
    enter: 'best, leave it so',
    'enter-twice': 'fine, the line feed is ignored',
    tab: 'fine; Enter would be better',
    none: 'fine, but it takes a moment longer; better add the suffix Enter as its leaflet says',
  },
  facts: {
    text: 'What arrived',
    nothing: 'nothing',
    suffix: 'Ends with',
    speed: 'Speed',
    speedText: '{{average}} ms a character, longest pause {{longest}} ms',
  },
} satisfies SameKeys<typeof source>;
