/**
 * Names that mean something to a shell, a terminal, a language, a file format, a file system, a spreadsheet, a reader of
 * Markdown or a URI. Every form that leaves the page is held against all of them (`src/app/exported-names.test.ts`).
 */

/** All of it can be seen: a command may hold it. */
export const SEEN: readonly string[] = [
  `'; DROP TABLE users; --`,
  "'; rm -rf ~; '",
  '"; reboot; "',
  '$(reboot)',
  '`reboot`',
  '${HOME} %PATH% $env:PATH',
  '-rf',
  '--help',
  'a b',
  ' edges ',
  '*',
  '~root',
  '~/certs',
  '!!',
  '#!=:; key=value',
  '\\',
  '\\n',
  "\\'",
  '\\"',
  '\\u0041',
  'a\\',
  '?sslmode=disable&sslrootcert=',
  "' sslmode='disable",
  '@evil.example.com:1/',
  'evil.example.com/a?b#c',
  '<?php ?>',
  '<%= `reboot` %>',
  '<img src=x onerror=alert(1)>',
  '*/ //',
  '{{x}} #{x} {x}',
  'C:\\Users\\me\\certs\\new',
  'ÄÖ 名前 🦀 שלום',
  '‘’“”',
  '‘;reboot;’',
  'a'.repeat(200),
  // Spreadsheets.
  '=1+1',
  '+1',
  '-1+1',
  '@SUM(A1)',
  ' =1+1',
  '=HYPERLINK("http://evil.example.com","x")',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  'a;=1+1',
  'a,"b"',
  // Markdown.
  '| a | b |',
  '```',
  '[x](http://evil.example.com)',
  '![x](http://evil.example.com/x.png)',
  'https://evil.example.com',
  'www.evil.example.com',
  'someone@example.com',
  '@everyone',
  '# heading',
  '1. list',
  '- list',
  '***',
  // File systems.
  'CON',
  'nul.txt',
  'com1',
  'LPT9.tar.gz',
  'a.',
  '..\\..\\x',
  '../../x',
  '/etc/passwd',
  'a:b*c?d"e<f>g|h',
  '.hidden',
  // Calendars.
  'a;b,c\\n\\',
  'END:VCALENDAR',
]

/** Terminals obey some of it, and eyes can't see it: no command holds it. */
export const HIDDEN: readonly string[] = [
  'a\nb',
  'a\r\nb',
  'x\r\nBEGIN:VEVENT',
  '\ttab ',
  '\r=1',
  'a\u0007b',
  'a\u001b[2Jb',
  'a\u001b]52;c;cm0gLXJm\u0007',
  'a\u007fb',
  'a\u009b2Jb',
  'a\u00adb',
  'שלום\u202eevents',
  'a\u2066b\u2069',
  'a\u061cb',
  'a\u200bb',
  '\u2028\u2029\u0085\ufeff\u200b',
  'a\u{e0041}b',
]

/** Of nothing, or of dots: in a path they stand for another one. */
export const CLIMBING: readonly string[] = ['', '.', '..']

export const HOSTILE_NAMES: readonly string[] = [...SEEN, ...HIDDEN, ...CLIMBING]
