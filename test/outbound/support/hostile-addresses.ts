/** Where nothing that a stranger may influence should ever lead: this machine, networks inside, clouds' own services. */
const inside4 = [
  "127.0.0.1",
  "127.255.255.254",
  "0.0.0.0",
  "10.0.0.1",
  "100.64.0.1",
  "100.100.100.200",
  "168.63.129.16",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.254",
  "192.0.0.192",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
] as const;

const inside6 = [
  "::",
  "::1",
  "0:0:0:0:0:0:0:1",
  "fe80::1",
  "fec0::1",
  "fc00::1",
  "fdff:ffff::1",
  "fd00:ec2::254",
  "fd20:ce::254",
  "ff02::1",
  "100::1",
  "2001::7f00:1",
  "2001:db8::1",
  "64:ff9b:1::7f00:1",
  "3fff::1",
  "5f00::1",
] as const;

function bytesOf(address: string): readonly number[] {
  return address.split(".").map(Number);
}

function wholeOf(address: string): number {
  return bytesOf(address).reduce((whole, byte) => whole * 256 + byte, 0);
}

function hexPairs(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = bytesOf(address);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

/** The same address, as an address bar or a resolver takes it too. */
const writings: Readonly<Record<string, (address: string) => string>> = {
  "as it is": (address) => address,
  "with a dot behind": (address) => `${address}.`,
  "as one number": (address) => String(wholeOf(address)),
  "as one number in hex": (address) => `0x${wholeOf(address).toString(16)}`,
  "in octal": (address) =>
    bytesOf(address)
      .map((byte) => `0${byte.toString(8)}`)
      .join("."),
  "in hex": (address) =>
    bytesOf(address)
      .map((byte) => `0x${byte.toString(16)}`)
      .join("."),
  "of two parts": (address) => `${bytesOf(address)[0]}.${wholeOf(address) % 2 ** 24}`,
  "in wide digits": (address) => address.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  "with percent signs": (address) => address.replace(/\d/g, (digit) => `%3${digit}`),
  "mapped into IPv6": (address) => `[::ffff:${address}]`,
  "mapped into IPv6 in hex": (address) => `[::ffff:${hexPairs(address)}]`,
  "at the end of IPv6": (address) => `[::${address}]`,
  "through NAT64": (address) => `[64:ff9b::${hexPairs(address)}]`,
  "through 6to4": (address) => `[2002:${hexPairs(address)}::1]`,
};

/** What to ask, and what a name leads to where one is asked. */
export interface HostileCase {
  readonly name: string;
  readonly url: string;
  readonly resolved: readonly string[];
}

function literals(port: number): readonly HostileCase[] {
  const written = inside4.flatMap((address) =>
    Object.entries(writings).map(([how, write]) => ({
      name: `${address} ${how}`,
      url: `https://${write(address)}:${port}/`,
      resolved: [],
    })),
  );
  const six = inside6.map((address) => ({ name: address, url: `https://[${address}]:${port}/`, resolved: [] }));
  return [...written, ...six];
}

/** As a resolver writes them, alone and among addresses that may be asked. */
function names(port: number): readonly HostileCase[] {
  const outside = "93.184.215.14";
  const mapped = inside4.map((address) => `::ffff:${address}`);
  return [...inside4, ...inside6, ...mapped].flatMap((address) => [
    { name: `a name for ${address}`, url: `https://metrics.example.com:${port}/`, resolved: [address] },
    { name: `a name also for ${address}`, url: `https://metrics.example.com:${port}/`, resolved: [outside, address] },
  ]);
}

/** Addresses that look like another's. */
function disguised(port: number): readonly HostileCase[] {
  const urls = [
    `https://metrics.example.com@127.0.0.1:${port}/`,
    `https://127.0.0.1:${port}#@metrics.example.com/`,
    `https://127.0.0.1:${port}?@metrics.example.com/`,
    String.raw`https://127.0.0.1:${port}\@metrics.example.com/`,
    `https:127.0.0.1:${port}/`,
    `https:///127.0.0.1:${port}/`,
    `https://LOCALHOST.:${port}/`,
    `https://localhost:${port}/`,
    `http://metrics.example.com:${port}/`,
    `http://127.0.0.1:${port}/`,
    `ftp://127.0.0.1:${port}/`,
    `ws://127.0.0.1:${port}/`,
    "file:///etc/hostname",
    "data:application/json,1",
  ];
  return urls.map((url) => ({ name: url, url, resolved: ["127.0.0.1"] }));
}

export function hostileCases(port: number): readonly HostileCase[] {
  return [...literals(port), ...names(port), ...disguised(port)];
}
