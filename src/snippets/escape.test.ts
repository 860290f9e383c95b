/** What is written as a literal is read back as the same text by the language itself, where it is installed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'

import {
  conninfoValue,
  jaasString,
  javaString,
  lineValue,
  phpString,
  propertyValue,
  rubyString,
  rustString,
  stringLiteral,
  UnwritableError,
  uriPart,
  uriPath,
} from './escape.ts'
import { anyText, HOSTILE } from './testing/facts.ts'

const folder = mkdtempSync(join(tmpdir(), 'escape-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const texts = [...HOSTILE, ...fc.sample(anyText, { seed: 20_261_123, numRuns: 300 })]

const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

/** Writes a program, runs it, and reads one base64 text per line of what it printed. */
const printed = (file: string, source: string, program: string, ...args: string[]): string[] => {
  writeFileSync(join(folder, file), source)
  const output = execFileSync(program, [...args, file], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
  return output
    .trimEnd()
    .split('\n')
    .map((line) => Buffer.from(line, 'base64').toString('utf8'))
}

describe('literals, read by the language itself', () => {
  it('JavaScript', () => {
    const lines = texts.map((text) => `console.log(Buffer.from(${stringLiteral(text)}).toString("base64"))`)
    expect(printed('a.mjs', lines.join('\n'), process.execPath)).toEqual(texts)
  })

  it.skipIf(!has('python3', '--version'))('Python', () => {
    const lines = texts.map((text) => `print(base64.b64encode(${stringLiteral(text)}.encode()).decode())`)
    expect(printed('a.py', `import base64\n${lines.join('\n')}\n`, 'python3')).toEqual(texts)
  })

  it.skipIf(!has('php', '--version'))('PHP', () => {
    const lines = texts.map((text) => `echo base64_encode(${phpString(text)}), "\\n";`)
    expect(printed('a.php', `<?php\n${lines.join('\n')}\n`, 'php')).toEqual(texts)
  })

  it.skipIf(!has('rustc', '--version'))('Rust', () => {
    const hex = texts.map((text) => `    for b in ${rustString(text)}.bytes() { print!("{b:02x}"); }\n    println!();`)
    writeFileSync(join(folder, 'a.rs'), `fn main() {\n${hex.join('\n')}\n}\n`)
    execFileSync('rustc', ['-o', 'a.out', 'a.rs'], { cwd: folder })
    const lines = execFileSync(join(folder, 'a.out'), { encoding: 'utf8' }).split('\n').slice(0, -1)
    expect(lines.map((line) => Buffer.from(line, 'hex').toString())).toEqual(texts)
  })

  it.skipIf(!has('ruby', '--version'))('Ruby', () => {
    const lines = texts.map((text) => `puts [${rubyString(text)}].pack("m0")`)
    expect(printed('a.rb', `${lines.join('\n')}\n`, 'ruby')).toEqual(texts)
  })

  it.skipIf(!has('go', 'version'))('Go', () => {
    // Without imports: compiling Go's library takes most of the time on a machine that hasn't done so yet.
    const source = `package main

func show(text string) {
	hex := []byte{}
	for i := 0; i < len(text); i++ {
		hex = append(hex, "0123456789abcdef"[text[i]>>4], "0123456789abcdef"[text[i]&15])
	}
	println(string(hex))
}

func main() {
${texts.map((text) => `\tshow(${stringLiteral(text)})`).join('\n')}
}
`
    writeFileSync(join(folder, 'a.go'), source)
    // println writes to stderr.
    const { stderr } = spawnSync('go', ['run', 'a.go'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
    const lines = stderr.split('\n').slice(0, -1)
    expect(lines.map((line) => Buffer.from(line, 'hex').toString())).toEqual(texts)
  })

  it.skipIf(!has('javac', '-version'))('Java, its properties files, and JAAS in them', () => {
    const properties = texts.flatMap((text, index) => [
      `plain${String(index)}=${propertyValue(text)}`,
      `jaas${String(index)}=${propertyValue(`module required password=${jaasString(text)};`)}`,
    ])
    writeFileSync(join(folder, 'a.properties'), `${properties.join('\n')}\n`, 'latin1')
    const lines = texts.map((text) => `        show(${javaString(text)});`)
    const source = `import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

public class A {
    static void show(String text) {
        System.out.println(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** As Kafka reads sasl.jaas.config. */
    static String password(String config) throws IOException {
        var tokens = new StreamTokenizer(new StringReader(config));
        tokens.slashSlashComments(true);
        tokens.slashStarComments(true);
        for (int i = 0; i < 4; i++) tokens.nextToken();
        tokens.nextToken();
        return tokens.sval;
    }

    public static void main(String[] args) throws Exception {
${lines.join('\n')}
        var properties = new Properties();
        properties.load(new FileInputStream("a.properties"));
        for (int i = 0; i < ${String(texts.length)}; i++) show(properties.getProperty("plain" + i));
        for (int i = 0; i < ${String(texts.length)}; i++) show(password(properties.getProperty("jaas" + i)));
    }
}
`
    expect(printed('A.java', source, 'java')).toEqual([...texts, ...texts, ...texts])
  })

  it.skipIf(!has('/usr/bin/python3', '-c', 'import psycopg'))('connection strings, by libpq', () => {
    const lines = texts.map((text) => {
      const conninfo = stringLiteral(`host=h dbname=${conninfoValue(text)} sslmode=verify-full`)
      const uri = stringLiteral(`postgres://u@h:1/${uriPart(text)}?sslmode=verify-full&sslrootcert=${uriPath(text)}`)
      return `show(${conninfo})\nshow(${uri})`
    })
    const source = `import base64, json
from psycopg.conninfo import conninfo_to_dict
def show(text): print(base64.b64encode(json.dumps(conninfo_to_dict(text)).encode()).decode())
${lines.join('\n')}
`
    const rest = { host: 'h', sslmode: 'verify-full' }
    // libpq takes an empty database of a URI for none.
    const expected = texts.flatMap((dbname) => [
      { ...rest, dbname },
      { ...rest, user: 'u', port: '1', sslrootcert: dbname, ...(dbname !== '' && { dbname }) },
    ])
    expect(printed('b.py', source, '/usr/bin/python3').map((json) => JSON.parse(json) as unknown)).toEqual(expected)
  })
})

describe('what a format has no way to hold', () => {
  it.each(['a\nb', 'a\rb', ' a', 'a ', 'a\\=b', 'a\\:b'])('%j is no line of its own', (text) => {
    expect(() => lineValue(text, 'The password')).toThrow(UnwritableError)
  })

  it('other texts are', () => {
    expect(lineValue('a "b" \\ c', 'The password')).toBe('a "b" \\ c')
  })
})
