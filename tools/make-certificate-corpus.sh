#!/usr/bin/env bash
# Makes the certificates that src/crypto/x509.test.ts reads: every kind of key, old and odd ones, several in one
# file. Run by hand when the corpus should grow; needs OpenSSL 3. The results are committed, so that tests need
# no openssl. Private keys are thrown away.
set -euo pipefail
out=$(cd "$(dirname "$0")/../src/crypto/corpus" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > odd.cnf <<'CNF'
[req]
distinguished_name = dn
prompt = no
utf8 = yes
string_mask = utf8only
[dn]
C = FI
ST = Uusimaa
L = Helsinki
O = Åkerström & Söhne, "quoted", <b>markup</b>
OU = 部門 שלום 🦀
CN = a name, with commas = and equals + plus
emailAddress = someone@example.com
[ca]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = CA:FALSE
keyUsage = digitalSignature
extendedKeyUsage = clientAuth
[many]
basicConstraints = CA:TRUE
subjectAltName = @names
[names]
CNF
for i in $(seq 1 400); do echo "DNS.$i = host-$i.example.com" >> odd.cnf; done
cat > bmp.cnf <<'CNF'
[req]
distinguished_name = dn
prompt = no
utf8 = yes
string_mask = MASK:0x0800
[dn]
CN = Žluťoučký kůň
CNF
cat > printable.cnf <<'CNF'
[req]
distinguished_name = dn
prompt = no
string_mask = pkix
[dn]
C = FI
O = Printable Organisation
0.domainComponent = com
1.domainComponent = example
UID = user-1
serialNumber = 42
businessCategory = Private Organisation
[ca]
basicConstraints = CA:TRUE
CNF

self() { # name, config, section, days, rest: key and digest options
  local name=$1 config=$2 section=$3 days=$4
  shift 4
  openssl req -x509 -nodes -keyout "$name.key" -out "$out/$name.pem" -config "$config" \
    ${section:+-extensions "$section"} -days "$days" "$@" 2>/dev/null
}
CA='/CN=5f0c8e1a-9b1d-4c57-8a56-3f6f0f6c2d11 Project CA'
self rsa-3072-sha384 odd.cnf ca 3650 -newkey rsa:3072 -sha384 -subj "$CA"
self rsa-1024-sha1 odd.cnf ca 365 -newkey rsa:1024 -sha1 -subj '/CN=old'
self rsa-8192 odd.cnf many 3650 -newkey rsa:8192 -sha512 -subj '/CN=huge'
self rsa-pss odd.cnf ca 365 -newkey rsa-pss -pkeyopt rsa_keygen_bits:2048 -sha256 -subj '/CN=pss'
self ec-p256 odd.cnf ca 365 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -sha256 -subj '/CN=p256'
self ec-p384 odd.cnf ca 365 -newkey ec -pkeyopt ec_paramgen_curve:P-384 -sha384 -subj '/CN=p384'
self ec-p521 odd.cnf ca 365 -newkey ec -pkeyopt ec_paramgen_curve:P-521 -sha512 -subj '/CN=p521'
self ec-secp256k1 odd.cnf ca 365 -newkey ec -pkeyopt ec_paramgen_curve:secp256k1 -sha256 -subj '/CN=k1'
self ec-brainpool odd.cnf ca 365 -newkey ec -pkeyopt ec_paramgen_curve:brainpoolP256r1 -sha256 -subj '/CN=brainpool'
self ed25519 odd.cnf ca 365 -newkey ed25519 -subj '/CN=ed25519'
self ed448 odd.cnf ca 365 -newkey ed448 -subj '/CN=ed448'
self odd-names odd.cnf ca 365 -newkey ec -pkeyopt ec_paramgen_curve:P-256
self bmp-string bmp.cnf '' 365 -newkey ec -pkeyopt ec_paramgen_curve:P-256
self printable-string printable.cnf ca 365 -newkey ec -pkeyopt ec_paramgen_curve:P-256
self multi-valued-rdn odd.cnf ca 365 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -multivalue-rdn -subj '/O=one+OU=two/CN=three'
self serial-small odd.cnf ca 365 -newkey ed25519 -set_serial 1 -subj '/CN=serial'
self serial-high-bit odd.cnf ca 365 -newkey ed25519 -set_serial 0xff00000000000000000000000000000000000001 -subj '/CN=serial'
self far-future odd.cnf ca 2912000 -newkey ed25519 -subj '/CN=until the year 9999'

openssl req -new -nodes -newkey rsa:3072 -keyout leaf.key -out leaf.csr -config odd.cnf -subj '/O=events/OU=u4f1c0ff/CN=avnadmin' 2>/dev/null
openssl x509 -req -in leaf.csr -CA "$out/rsa-3072-sha384.pem" -CAkey rsa-3072-sha384.key -days 820 -sha384 \
  -extfile odd.cnf -extensions leaf -out "$out/client.pem" 2>/dev/null
openssl x509 -req -in leaf.csr -signkey leaf.key -days 100 -sha256 -out "$out/version-1.pem" 2>/dev/null

mkdir demoCA && touch demoCA/index.txt && echo 01 > demoCA/serial
cat > ca.cnf <<'CNF'
[ca]
default_ca = d
[d]
dir = demoCA
database = demoCA/index.txt
serial = demoCA/serial
new_certs_dir = .
default_md = sha256
policy = p
[p]
O = optional
OU = optional
CN = supplied
CNF
openssl ca -batch -notext -config ca.cnf -in leaf.csr -cert "$out/rsa-3072-sha384.pem" -keyfile rsa-3072-sha384.key \
  -startdate 19500101000000Z -enddate 20491231235959Z -out "$out/dates-of-utctime.pem" 2>/dev/null
openssl req -x509 -nodes -newkey ed25519 -keyout x.key -out "$out/crlf.pem" -config odd.cnf -extensions ca -subj '/CN=crlf' 2>/dev/null
sed -i 's/$/\r/' "$out/crlf.pem"
cat "$out/rsa-3072-sha384.pem" "$out/ec-p256.pem" "$out/ed25519.pem" > "$out/bundle.pem"
ls "$out"
