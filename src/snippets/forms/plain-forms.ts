/** The forms that are encodings, whoever reads them: PEM, DER, base64, one line. */
import { readPrivateKey } from '../../crypto/files.ts'
import { toPkcs8 } from '../../crypto/key-pair.ts'
import { readPem } from '../../crypto/pem.ts'
import { isSecret, pemName, stemOf, unixText, type Form, type FormSource } from './form.ts'

const countCertificates = ({ pem }: FormSource) => readPem(pem).length

export const PEM: Form = {
  id: 'pem',
  label: 'PEM',
  note: () => 'The file as the API sent it. Most clients use this one.',
  files: (source) => [{ name: pemName(source), content: source.pem, secret: isSecret(source) }],
}

const keyDer = (pem: string): Uint8Array => {
  const { label, der } = readPrivateKey(pem)
  return toPkcs8(label, der)
}

/** One file a certificate: what reads DER takes the first certificate of a file and never looks for another. */
export const DER: Form = {
  id: 'der',
  label: 'DER',
  note: (source) =>
    source.kind === 'key'
      ? 'Binary PKCS#8, as Java and Windows programs read it.'
      : countCertificates(source) > 1
        ? 'Binary. A DER file holds one certificate, so there’s a file for each: give clients all of them.'
        : 'Binary, as Java and Windows programs read it.',
  files: (source) => {
    const stem = stemOf(source)
    if (source.kind === 'key') return [{ name: `${stem}.key.der`, content: keyDer(source.pem), secret: true }]
    const blocks = readPem(source.pem)
    return blocks.map(({ der }, index) => ({
      name: blocks.length > 1 ? `${stem}-${String(index + 1)}.der` : `${stem}.der`,
      ...(blocks.length > 1 && { what: `Certificate ${String(index + 1)} of ${String(blocks.length)}` }),
      content: der,
      secret: false,
    }))
  },
}

/** base64 of a text's UTF-8 bytes, in one line. */
export const toBase64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

export const BASE64: Form = {
  id: 'base64',
  label: 'Base64',
  note: (source) => `The whole PEM file on one line. base64 -d restores it, byte for byte, as ${pemName(source)}.`,
  files: (source) => [{ name: `${pemName(source)}.b64`, content: toBase64(source.pem), secret: isSecret(source) }],
}

/** A text in one line, as JSON and most languages write it between double quotes. */
const escapeLines = (text: string): string => text.replaceAll('\n', String.raw`\n`)

export const ONE_LINE: Form = {
  id: 'one-line',
  label: String.raw`One line with \n`,
  note: () =>
    String.raw`Each line break is a backslash and an n: for JSON, and for variables whose reader turns \n back into line breaks.`,
  files: (source) => [
    { name: `${pemName(source)}.line`, content: escapeLines(unixText(source)), secret: isSecret(source) },
  ],
}
