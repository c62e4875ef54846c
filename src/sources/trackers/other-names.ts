/** What is written like the key of an issue, `SHOP-12`, and names something else. */
const otherNames: Readonly<Record<string, string>> = {
  "encodings and formats": "UTF UCS ISO IEC ANSI ASCII KOI CP EBCDIC BASE MPEG JPEG HTML XHTML CSS SQL LATIN WINDOWS",
  "standards and their parts": "IEEE ECMA RFC BCP STD NIST FIPS ITU DIN WCAG SOC PCI CIS OWASP PSR POSIX PKCS",
  "proposals for changes of languages and systems":
    "PEP JEP JSR KEP KIP FLIP SPIP CIP EIP ERC BIP SIP TIP AIP NEP SEP MEP IEP HIP LIP MSC ADR GEP OEP XEP",
  "weaknesses and advisories": "CVE CWE CAPEC GHSA OSV RUSTSEC USN DSA DLA RHSA RHBA PYSEC ZDI CVSS",
  "ciphers and digests": "SHA MD AES DES RSA DSA ECDSA HMAC CRC RIPEMD BLAKE PBKDF ARGON SALSA CHACHA",
  "protocols and their answers": "HTTP HTTPS TLS SSL SSH TCP UDP IPV IMAP SMTP FTP DNS QUIC WPA SOCKS OAUTH OIDC SAML",
  "short forms of long words": "I18N L10N A11Y K8S",
  hardware: "NVIDIA USB PCIE DDR LPDDR RTX GTX CPU GPU ARM ARMV AMD RAM LTE WIFI UART",
  "models of language": "GPT LLM LLAMA CLAUDE GEMINI BERT",
  licences: "GPL LGPL AGPL BSD MIT MPL EPL CDDL EUPL OFL APACHE",
  "requirements, cases and steps counted in a text":
    "FR NFR AC UC REQ TC CASE TEST PHASE STEP STAGE PART LEVEL TIER ITEM POINT OPTION RULE NOTE FIG TABLE APPENDIX " +
    "SPRINT MILESTONE DAY WEEK MONTH YEAR FY SECTION CHAPTER ROUND WAVE PRIORITY SEV LINE COLUMN",
  versions: "VERSION VER REV LTS RC BETA ALPHA JDK JRE GCC CUDA WIN",
  months: "JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC",
  "time zones": "UTC GMT CET EST PST",
  "places for a key in examples": "ABC XXX XXXX XYZ PROJ PROJECT JIRA TICKET ISSUE KEY TASK STORY TODO FIXME",
  "GitHub's own": "GH PR",
  others: "COVID SARS NCT DOI ISBN ISSN PMID ARXIV",
};

const prefixes: ReadonlySet<string> = new Set(Object.values(otherNames).flatMap((names) => names.split(" ")));

/** Whether what stands before the number is known to name no project. A pattern of a team's own knows its projects better. */
export function isOtherName(project: string): boolean {
  return prefixes.has(project);
}
